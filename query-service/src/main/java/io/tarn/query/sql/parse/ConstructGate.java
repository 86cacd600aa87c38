package io.tarn.query.sql.parse;

import io.tarn.query.sql.StatementException;
import io.trino.sql.tree.Node;

/// Refuses the first node whose construct is outside our language, in the order of the text.
final class ConstructGate {
  /// How deep expressions may be nested; the analysis walks them recursively.
  private static final int MAX_DEPTH = 500;

  private final StatementText text;

  ConstructGate(StatementText text) {
    this.text = text;
  }

  void check(Node statement) {
    check(statement, 0);
  }

  private void check(Node node, int depth) {
    if (depth > MAX_DEPTH) {
      throw new StatementException.TooLarge(text.place(node), "the statement is nested too deeply");
    }
    if (!Constructs.isSupported(node)) {
      throw new StatementException.Unsupported(text.place(node), Constructs.nameOf(node));
    }
    for (var child : node.getChildren()) {
      check(child, depth + 1);
    }
  }
}
