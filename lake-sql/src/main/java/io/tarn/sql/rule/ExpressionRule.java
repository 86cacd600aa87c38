package io.tarn.sql.rule;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relations;
import io.tarn.sql.tree.Symbols;

/// A rewrite of expressions, from the leaves up.
abstract class ExpressionRule implements Rule {
  /// The expression, whose operands are rewritten already, or another one.
  abstract Expression rewrite(Expression expression);

  @Override
  public final Relation apply(Relation relation, Symbols symbols) {
    return Relations.mapUp(
        relation,
        part -> part.withExpressions(part.expressions().stream().map(this::rewriteUp).toList()));
  }

  private Expression rewriteUp(Expression expression) {
    return rewrite(expression.mapChildren(this::rewriteUp));
  }
}
