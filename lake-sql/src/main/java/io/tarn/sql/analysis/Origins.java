package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.trino.sql.tree.Node;
import java.util.IdentityHashMap;
import java.util.Optional;

/// Which node an expression came from. Expressions are equal by what they mean, so this goes by
/// identity.
final class Origins {
  private final IdentityHashMap<Expression, Node> nodes = new IdentityHashMap<>();

  void remember(Expression expression, Node node) {
    nodes.put(expression, node);
  }

  Optional<Node> of(Expression expression) {
    return Optional.ofNullable(nodes.get(expression));
  }
}
