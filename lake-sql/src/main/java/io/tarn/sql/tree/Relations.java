package io.tarn.sql.tree;

import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Expression.Subquery;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Walking and rewriting relations together with the expressions and sub-queries in them.
public final class Relations {
  private Relations() {}

  /// The relation and all below it, those of sub-queries too.
  public static Stream<Relation> all(Relation relation) {
    return Stream.of(
            Stream.of(relation),
            relation.children().stream().flatMap(Relations::all),
            relation.expressions().stream()
                .flatMap(Expression::all)
                .flatMap(Relations::relation)
                .flatMap(Relations::all))
        .flatMap(all -> all);
  }

  /// All symbols that expressions anywhere in the relation refer to.
  public static Stream<Symbol> referenced(Relation relation) {
    return all(relation)
        .flatMap(part -> part.expressions().stream())
        .flatMap(Expression::all)
        .flatMap(e -> e instanceof Reference(var symbol, _) ? Stream.of(symbol) : Stream.empty());
  }

  /// Changes relations from the leaves up, those of sub-queries too.
  public static Relation mapUp(Relation relation, UnaryOperator<Relation> change) {
    var children =
        relation.withChildren(
            relation.children().stream().map(child -> mapUp(child, change)).toList());
    return change.apply(mapSubqueries(children, inner -> mapUp(inner, change)));
  }

  /// Changes each expression of the relation and of all below it; those of sub-queries are the
  /// affair of `change`.
  public static Relation mapExpressions(Relation relation, UnaryOperator<Expression> change) {
    return relation
        .withChildren(
            relation.children().stream().map(child -> mapExpressions(child, change)).toList())
        .withExpressions(relation.expressions().stream().map(change).toList());
  }

  private static Relation mapSubqueries(Relation relation, UnaryOperator<Relation> change) {
    return relation.withExpressions(
        relation.expressions().stream().map(e -> mapSubqueries(e, change)).toList());
  }

  private static Expression mapSubqueries(Expression expression, UnaryOperator<Relation> change) {
    var inside = expression.mapChildren(child -> mapSubqueries(child, change));
    return inside instanceof Subquery subquery
        ? subquery.over(change.apply(subquery.relation()))
        : inside;
  }

  private static Stream<Relation> relation(Expression expression) {
    return expression instanceof Subquery subquery
        ? Stream.of(subquery.relation())
        : Stream.empty();
  }
}
