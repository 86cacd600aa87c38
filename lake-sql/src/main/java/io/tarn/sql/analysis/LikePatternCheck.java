package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.trino.sql.tree.LikePredicate;
import java.util.List;

/// Trino's rules for LIKE with an escape character: one character, which stands before `%`, `_` and
/// itself.
final class LikePatternCheck {
  private final AnalysisContext context;
  private final LikePredicate node;

  LikePatternCheck(AnalysisContext context, LikePredicate node) {
    this.context = context;
    this.node = node;
  }

  /// @param operands the value, the pattern and, if there is one, the escape
  void check(List<Expression> operands) {
    if (operands.size() < 3) {
      return;
    }
    if (!(operands.get(2) instanceof Literal(String escape, _))) {
      throw context.unsupported(
          node.getEscape().orElseThrow(), "ESCAPE with anything but a text literal");
    }
    if (escape.codePointCount(0, escape.length()) > 1) {
      throw context.wrongType(
          node.getEscape().orElseThrow(), "ESCAPE", "the escape must be a single character");
    }
    if (!(operands.get(1) instanceof Literal pattern)) {
      throw context.unsupported(node.getPattern(), "ESCAPE with a computed pattern");
    }
    if (!escape.isEmpty()
        && pattern.value() instanceof String text
        && !isValid(text.codePoints().toArray(), escape.codePointAt(0))) {
      throw context.wrongType(
          node.getPattern(), "LIKE", "the escape character must be followed by %, _ or itself");
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
