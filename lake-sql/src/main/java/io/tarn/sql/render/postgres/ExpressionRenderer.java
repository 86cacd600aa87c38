package io.tarn.sql.render.postgres;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.render.postgres.PgExpression.Bound;
import io.tarn.sql.render.postgres.PgExpression.Infix;
import io.tarn.sql.tree.Expression;
import java.util.List;

/// Expressions of the tree in PostgreSQL.
final class ExpressionRenderer {
  private final Frame frame;

  ExpressionRenderer(Frame frame) {
    this.frame = frame;
  }

  PgExpression render(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal(literal);
      case Expression.ColumnReference column -> frame.value(column);
      case Expression.FieldAccess(var base, var field, var type) ->
          JsonValues.field(render(base), field, type);
      case Expression.Call(var function, var arguments, var type) ->
          PgFunctions.scalar(function, each(arguments), type);
      case Expression.Cast(var value, var type) ->
          new PgExpression.Cast(render(value), PgTypes.of(type));
      case Expression.GroupKey(var index, _) -> frame.keys().get(index);
      case Expression.AggregateResult(var index, _) -> frame.aggregates().get(index);
      case Expression.Predicate predicate -> predicate(predicate);
    };
  }

  /// The expression as an output that is shown and not compared.
  PgExpression shown(Expression expression) {
    return expression instanceof Expression.ColumnReference(var source, var path, var type)
        ? frame.source(source).shown(path, type)
        : render(expression);
  }

  List<PgExpression> each(List<Expression> expressions) {
    return expressions.stream().map(this::render).toList();
  }

  private PgExpression predicate(Expression.Predicate predicate) {
    return switch (predicate) {
      case Expression.Comparison(var operator, var left, var right) ->
          Infix.of(render(left), operator.sql(), render(right));
      case Expression.DistinctFrom(var left, var right) ->
          Infix.of(render(left), "IS DISTINCT FROM", render(right));
      case Expression.Between(var value, var min, var max) ->
          new PgExpression.Between(render(value), render(min), render(max));
      case Expression.InList(var value, var items) ->
          new PgExpression.In(render(value), each(items));
      case Expression.Like like -> LikeRendering.of(like, render(like.value()), this);
      case Expression.IsNull(Expression.ColumnReference(var source, var path, var type)) ->
          frame.source(source).isNull(path, type);
      case Expression.IsNull(var value) -> new PgExpression.Postfix(render(value), "IS NULL");
      case Expression.Not(var value) -> new PgExpression.Prefix("NOT", render(value));
      case Expression.Logical(var operator, var terms) -> new Infix(operator.name(), each(terms));
      case Expression.SettledPosition(var source) -> frame.source(source).isSettled();
    };
  }

  private static PgExpression literal(Expression.Literal literal) {
    var type = PgTypes.of(literal.type());
    var value = literal.value();
    return value == null || literal.type() instanceof LakeType.Unknown
        ? new PgExpression.Null(type)
        : new Bound(value, type);
  }
}
