package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Projection;
import io.trino.sql.tree.LongLiteral;
import java.util.List;

/// Numbers that stand for output columns, from 1.
final class Ordinals {
  private Ordinals() {}

  static Projection output(
      ParsedStatement statement, LongLiteral node, List<Projection> outputs, String clause) {
    var position = node.getParsedValue();
    if (position < 1 || position > outputs.size()) {
      throw new StatementException.Misplaced(
          statement.location(node),
          clause,
          clause + " position " + position + " is not in the select list");
    }
    return outputs.get((int) position - 1);
  }
}
