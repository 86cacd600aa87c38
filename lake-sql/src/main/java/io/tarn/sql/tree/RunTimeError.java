package io.tarn.sql.tree;

import io.tarn.sql.SourceLocation;
import io.tarn.sql.function.Function;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Cast;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// An error that values can cause while a statement runs, by the names of Trino. The engine does
/// not say where in the statement it happened: the tree says where it can.
public enum RunTimeError {
  DIVISION_BY_ZERO {
    @Override
    boolean isPossible(Expression expression) {
      return expression instanceof Call call && DIVISIONS.contains(call.function().name());
    }
  },
  NUMERIC_VALUE_OUT_OF_RANGE {
    @Override
    boolean isPossible(Expression expression) {
      return switch (expression) {
        case Call call -> CALCULATIONS.contains(call.function().name()) && isExact(call.type());
        case Cast cast -> !cast.isSafe() && isExact(cast.type()) && isNumber(cast.value());
        default -> false;
      };
    }
  },
  INVALID_CAST_ARGUMENT {
    @Override
    boolean isPossible(Expression expression) {
      return expression instanceof Cast cast
          && !cast.isSafe()
          && cast.type() != Type.VARCHAR
          && (cast.value().type() == Type.VARCHAR
              || cast.value().type() == Type.JSON
              || cast.value().type() == Type.DOUBLE);
    }
  },
  INVALID_FUNCTION_ARGUMENT {
    @Override
    boolean isPossible(Expression expression) {
      return expression instanceof Call call && isOwn(call.function());
    }
  };

  private static final Set<String> DIVISIONS =
      Set.of("$divide", "$modulus", "$decimal_divide", "$decimal_modulus", "mod");

  private static final Set<String> CALCULATIONS =
      Set.of(
          "$add",
          "$subtract",
          "$multiply",
          "$divide",
          "$negate",
          "$decimal_add",
          "$decimal_subtract",
          "$decimal_multiply",
          "$decimal_divide",
          "abs",
          "round",
          "sum");

  /// Functions of the schema `lake` that take whatever they are given.
  private static final Set<String> HARMLESS =
      Set.of("$equal", "$map_text", "lower", "upper", "trim", "contains", "cardinality", "date");

  /// Whether evaluating the expression itself, without its operands, can end so.
  abstract boolean isPossible(Expression expression);

  /// Where in the statement the error can happen, in the order of the text.
  public List<SourceLocation> locations(Relation relation) {
    return Relations.all(relation)
        .flatMap(part -> Stream.concat(part.expressions().stream(), aggregates(part)))
        .flatMap(Expression::all)
        .filter(this::isPossible)
        .map(RunTimeError::location)
        .filter(location -> location.length() > 0)
        .distinct()
        .sorted(SourceLocation.IN_ORDER)
        .toList();
  }

  /// Aggregates as if they were calls, for they calculate too.
  private static Stream<Expression> aggregates(Relation relation) {
    return switch (relation) {
      case Relation.Aggregate aggregate ->
          aggregate.aggregations().stream().map(a -> call(a.call()));
      case Relation.Window window -> window.functions().stream().map(f -> call(f.call().call()));
      default -> Stream.empty();
    };
  }

  private static Expression call(AggregateCall call) {
    return new Call(call.function(), List.of(), call.type(), call.origin());
  }

  private static SourceLocation location(Expression expression) {
    return switch (expression) {
      case Call call -> call.origin().location();
      case Cast cast -> cast.origin().location();
      default -> Origin.NONE.location();
    };
  }

  private static boolean isExact(Type type) {
    return TypeRules.isWhole(type) || type instanceof Type.Decimal;
  }

  private static boolean isNumber(Expression value) {
    return TypeRules.isNumber(value.type());
  }

  private static boolean isOwn(Function function) {
    return (function.template().contains("lake.") || function.name().equals("$subscript"))
        && !HARMLESS.contains(function.name());
  }
}
