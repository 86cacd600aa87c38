package io.tarn.sql.tree;

import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Logical;
import io.tarn.sql.tree.Expression.LogicalOperator;
import io.tarn.sql.type.Type;
import java.util.List;
import java.util.Optional;

/// Expressions of the operators, and what is made of conditions.
public final class Operators {
  public static final String EQUAL = "$equal";
  public static final String NOT_EQUAL = "$not_equal";
  public static final String LESS = "$less";
  public static final String LESS_OR_EQUAL = "$less_or_equal";
  public static final String GREATER = "$greater";
  public static final String GREATER_OR_EQUAL = "$greater_or_equal";
  public static final String DISTINCT_FROM = "$distinct_from";
  public static final String BETWEEN = "$between";
  public static final String IN = "$in";
  public static final String LIKE = "$like";
  public static final String IS_NULL = "$is_null";
  public static final String NOT = "$not";
  public static final String SETTLED = "$settled";

  private Operators() {}

  /// A condition of that operator over operands of the same type.
  public static Call condition(String operator, Expression... operands) {
    return condition(operator, List.of(operands), Origin.NONE);
  }

  public static Call condition(String operator, List<Expression> operands, Origin origin) {
    return new Call(FunctionTable.get().operator(operator), operands, Type.BOOLEAN, origin);
  }

  public static Expression not(Expression condition) {
    return condition(NOT, condition);
  }

  /// The operator that says the same with its operands changed over; empty where there is none.
  public static Optional<String> mirrored(String operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, DISTINCT_FROM -> Optional.of(operator);
      case LESS -> Optional.of(GREATER);
      case LESS_OR_EQUAL -> Optional.of(GREATER_OR_EQUAL);
      case GREATER -> Optional.of(LESS);
      case GREATER_OR_EQUAL -> Optional.of(LESS_OR_EQUAL);
      default -> Optional.empty();
    };
  }

  /// The terms that must all be true.
  public static List<Expression> conjuncts(Expression condition) {
    return condition instanceof Logical(var operator, var terms) && operator == LogicalOperator.AND
        ? terms.stream().flatMap(term -> conjuncts(term).stream()).toList()
        : List.of(condition);
  }

  /// One condition that is true when all are, of one at least.
  public static Expression conjunction(List<Expression> conditions) {
    return conditions.size() == 1
        ? conditions.getFirst()
        : new Logical(LogicalOperator.AND, conditions);
  }
}
