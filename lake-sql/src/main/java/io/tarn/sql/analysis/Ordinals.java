package io.tarn.sql.analysis;

import io.trino.sql.tree.LongLiteral;
import java.util.List;

/// Numbers that stand for output columns, from 1.
final class Ordinals {
  private Ordinals() {}

  static Output output(
      AnalysisContext context, LongLiteral node, List<Output> outputs, String clause) {
    var position = node.getParsedValue();
    if (position < 1 || position > outputs.size()) {
      throw context.misplaced(
          node, clause, clause + " position " + position + " is not in the select list");
    }
    return outputs.get((int) position - 1);
  }
}
