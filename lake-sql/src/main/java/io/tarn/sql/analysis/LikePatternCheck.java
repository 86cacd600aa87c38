package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Expression;
import io.trino.sql.tree.Node;

/// Trino's rule for patterns with an escape character: it stands before `%`, `_` and itself.
final class LikePatternCheck {
  private final ParsedStatement statement;
  private final Node node;

  LikePatternCheck(ParsedStatement statement, Node node) {
    this.statement = statement;
    this.node = node;
  }

  void check(Expression pattern, int escape) {
    if (!(pattern instanceof Expression.Literal literal)) {
      throw new StatementException.Unsupported(
          statement.location(node), "ESCAPE with a computed pattern");
    }
    if (literal.value() instanceof String text && !isValid(text.codePoints().toArray(), escape)) {
      throw new StatementException.WrongType(
          statement.location(node),
          "LIKE",
          "the escape character must be followed by %, _ or itself");
    }
  }

  private static boolean isValid(int[] pattern, int escape) {
    for (int at = 0; at < pattern.length; at++) {
      if (pattern[at] == escape) {
        at++;
        if (at == pattern.length
            || (pattern[at] != '%' && pattern[at] != '_' && pattern[at] != escape)) {
          return false;
        }
      }
    }
    return true;
  }
}
