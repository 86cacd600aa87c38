package io.tarn.sql.render;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Case;
import io.tarn.sql.tree.Expression.Cast;
import io.tarn.sql.tree.Expression.Field;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Expression.Logical;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Expression.Subquery;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Expressions over the values of one SELECT and of those around it.
public final class ExpressionRenderer {
  private final Dialect dialect;
  private final Map<Symbol, Value> values;
  private final RelationRenderer relations;

  ExpressionRenderer(Dialect dialect, Map<Symbol, Value> values, RelationRenderer relations) {
    this.dialect = dialect;
    this.values = values;
    this.relations = relations;
  }

  /// The same with values for further symbols, such as the parameters of a lambda.
  public ExpressionRenderer with(Map<Symbol, Value> more) {
    var all = new HashMap<>(values);
    all.putAll(more);
    return new ExpressionRenderer(dialect, all, relations);
  }

  /// A name for a derived table inside of an expression, unique within the statement.
  public String alias(String prefix) {
    return relations.alias(prefix);
  }

  public Sql render(Expression expression) {
    return switch (expression) {
      case Literal literal -> dialect.literal(literal);
      case Reference _, Field _ -> field(expression);
      case Expression.Call call -> call(call);
      case Cast(var value, var type, var isSafe, _) ->
          dialect.cast(render(value), value.type(), type, isSafe);
      case Logical(var operator, var terms) ->
          Sql.join("(", Sql.list(" " + operator.name() + " ", each(terms)), ")");
      case Case choice -> choice(choice);
      case Subquery subquery -> subquery(subquery);
      case Expression.Lambda _ -> throw new IllegalStateException("a lambda has no value");
    };
  }

  /// The expressions in their order.
  public List<Sql> each(List<Expression> expressions) {
    return expressions.stream().map(this::render).toList();
  }

  /// The stored column that the expression reads as it is.
  public Optional<Value.Stored> stored(Expression expression) {
    return Access.of(expression)
        .flatMap(
            access ->
                value(access.symbol()) instanceof Value.Stored stored
                    ? Optional.of(at(stored, access.path()))
                    : Optional.empty());
  }

  private Value value(Symbol symbol) {
    var value = values.get(symbol);
    if (value == null) {
      throw new IllegalStateException("symbol " + symbol + " is out of reach");
    }
    return value;
  }

  /// A reference, or a field of a struct; the rest of the path is read from what is written.
  private Sql field(Expression expression) {
    var access = Access.of(expression);
    if (access.isEmpty()) {
      return dialect.field((Field) expression, this);
    }
    var path = access.get().path();
    return switch (value(access.get().symbol())) {
      case Value.Stored stored -> dialect.stored(at(stored, path));
      case Value.Written(var sql, _, _) ->
          path.isEmpty() ? sql : dialect.field((Field) expression, this);
      case Value.Parts(var fields) ->
          fields.containsKey(path)
              ? fields.get(path).sql()
              : dialect.field((Field) expression, this);
    };
  }

  private static Value.Stored at(Value.Stored stored, List<Integer> path) {
    var field = stored;
    for (var index : path) {
      field = field.field(index);
    }
    return field;
  }

  private Sql call(Expression.Call call) {
    if (call.isOf(Operators.IS_NULL)) {
      var stored = stored(call.arguments().getFirst());
      if (stored.isPresent()) {
        return dialect.isNull(stored.get());
      }
    }
    return dialect.call(call, this);
  }

  private Sql choice(Case choice) {
    var parts = new ArrayList<Object>(List.of("CASE"));
    for (var when : choice.whens()) {
      parts.addAll(List.of(" WHEN ", render(when.condition()), " THEN ", render(when.result())));
    }
    parts.addAll(List.of(" ELSE ", render(choice.otherwise()), " END"));
    return Sql.join(parts.toArray());
  }

  private Sql subquery(Subquery subquery) {
    var rows = Sql.join("(", relations.inside(values).select(subquery.relation()), ")");
    return switch (subquery.kind()) {
      case SCALAR -> rows;
      case EXISTS -> Sql.join("EXISTS ", rows);
      case ANY, ALL -> {
        var operator = sign(subquery.comparison().orElseThrow().name());
        var value = render(subquery.value().orElseThrow());
        yield Sql.join("(", value, " ", operator, " ", subquery.kind().name(), " ", rows, ")");
      }
    };
  }

  /// The sign of a comparison.
  public static String sign(String operator) {
    return switch (operator) {
      case Operators.EQUAL -> "=";
      case Operators.NOT_EQUAL -> "<>";
      case Operators.LESS -> "<";
      case Operators.LESS_OR_EQUAL -> "<=";
      case Operators.GREATER -> ">";
      case Operators.GREATER_OR_EQUAL -> ">=";
      default -> throw new IllegalArgumentException(operator);
    };
  }
}
