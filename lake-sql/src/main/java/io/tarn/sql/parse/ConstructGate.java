package io.tarn.sql.parse;

import io.tarn.sql.StatementException;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.Node;

/// Refuses the nodes whose construct is outside our language, in the order of the text. Parts of an
/// expression may be judged further, even beside one that is refused; without a query's other parts
/// there is nothing to judge an expression by.
final class ConstructGate {
  /// How deep expressions may be nested; the analysis walks them recursively.
  static final int MAX_DEPTH = 500;

  private final StatementText text;
  private final Faults faults;

  ConstructGate(StatementText text, Faults faults) {
    this.text = text;
    this.faults = faults;
  }

  void check(Node statement) {
    check(statement, 0);
  }

  private void refuse(Node node) {
    var refusal = new StatementException.Unsupported(text.location(node), Constructs.nameOf(node));
    if (!(node instanceof Expression)) {
      throw refusal;
    }
    faults.report(refusal);
  }

  private void check(Node node, int depth) {
    if (depth > MAX_DEPTH) {
      throw new StatementException.TooLarge(
          text.location(node), "the statement is nested too deeply");
    }
    if (!Constructs.isSupported(node)) {
      refuse(node);
      return;
    }
    for (var child : node.getChildren()) {
      check(child, depth + 1);
    }
  }
}
