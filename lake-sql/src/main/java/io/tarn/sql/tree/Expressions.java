package io.tarn.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Walking and rebuilding expressions.
public final class Expressions {
  private Expressions() {}

  /// The direct parts of an expression.
  public static List<Expression> parts(Expression expression) {
    return switch (expression) {
      case Expression.Literal _,
          Expression.ColumnReference _,
          Expression.SettledPosition _,
          Expression.GroupKey _,
          Expression.AggregateResult _ ->
          List.of();
      case Expression.FieldAccess(var base, _, _) -> List.of(base);
      case Expression.Call(_, var arguments, _) -> arguments;
      case Expression.Cast(var value, _) -> List.of(value);
      case Expression.Comparison(_, var left, var right) -> List.of(left, right);
      case Expression.DistinctFrom(var left, var right) -> List.of(left, right);
      case Expression.Between(var value, var min, var max) -> List.of(value, min, max);
      case Expression.InList(var value, var items) ->
          Stream.concat(Stream.of(value), items.stream()).toList();
      case Expression.Like(var value, var pattern, _) -> List.of(value, pattern);
      case Expression.IsNull(var value) -> List.of(value);
      case Expression.Not(var value) -> List.of(value);
      case Expression.Logical(_, var terms) -> terms;
    };
  }

  /// The same expression with each direct part replaced.
  public static Expression mapParts(Expression expression, UnaryOperator<Expression> change) {
    return switch (expression) {
      case Expression.Literal _,
          Expression.ColumnReference _,
          Expression.SettledPosition _,
          Expression.GroupKey _,
          Expression.AggregateResult _ ->
          expression;
      case Expression.FieldAccess(var base, var field, var type) ->
          new Expression.FieldAccess(change.apply(base), field, type);
      case Expression.Call(var function, var arguments, var type) ->
          new Expression.Call(function, each(arguments, change), type);
      case Expression.Cast(var value, var type) -> new Expression.Cast(change.apply(value), type);
      case Expression.Comparison(var operator, var left, var right) ->
          new Expression.Comparison(operator, change.apply(left), change.apply(right));
      case Expression.DistinctFrom(var left, var right) ->
          new Expression.DistinctFrom(change.apply(left), change.apply(right));
      case Expression.Between(var value, var min, var max) ->
          new Expression.Between(change.apply(value), change.apply(min), change.apply(max));
      case Expression.InList(var value, var items) ->
          new Expression.InList(change.apply(value), each(items, change));
      case Expression.Like(var value, var pattern, var escape) ->
          new Expression.Like(change.apply(value), change.apply(pattern), escape);
      case Expression.IsNull(var value) -> new Expression.IsNull(change.apply(value));
      case Expression.Not(var value) -> new Expression.Not(change.apply(value));
      case Expression.Logical(var operator, var terms) ->
          new Expression.Logical(operator, each(terms, change));
    };
  }

  /// The expression and everything inside it.
  public static Stream<Expression> all(Expression expression) {
    return Stream.concat(
        Stream.of(expression), parts(expression).stream().flatMap(Expressions::all));
  }

  /// The terms that must all be true.
  public static List<Expression> conjuncts(Expression condition) {
    return condition instanceof Expression.Logical(var operator, var terms)
            && operator == Expression.LogicalOperator.AND
        ? terms.stream().flatMap(term -> conjuncts(term).stream()).toList()
        : List.of(condition);
  }

  /// One condition that is true when all are; empty for none.
  public static Optional<Expression> conjunction(List<Expression> conditions) {
    return conditions.size() > 1
        ? Optional.of(new Expression.Logical(Expression.LogicalOperator.AND, conditions))
        : conditions.stream().findFirst();
  }

  private static List<Expression> each(List<Expression> parts, UnaryOperator<Expression> change) {
    return parts.stream().map(change).toList();
  }
}
