package io.tarn.sql.render.postgres;

import io.tarn.sql.render.postgres.PgExpression.Infix;
import io.tarn.sql.tree.Expression;
import java.util.Optional;

/// Trino's LIKE in PostgreSQL. Trino escapes nothing unless told how; PostgreSQL escapes with a
/// backslash unless told otherwise. Constant patterns are rewritten, so that an index can serve
/// their beginning:
///
/// ```
/// Trino       x LIKE 'a\b%'      x LIKE 'a!_%' ESCAPE '!'
/// PostgreSQL  x LIKE 'a\\b%'     x LIKE 'a\_%'
/// ```
final class LikeRendering {
  private LikeRendering() {}

  static PgExpression of(Expression.Like like, PgExpression value, ExpressionRenderer renderer) {
    if (like.pattern() instanceof Expression.Literal(String pattern, _)) {
      return Infix.of(
          value, "LIKE", new PgExpression.Bound(rewritten(pattern, like.escape()), PgTypes.TEXT));
    }
    // the analysis lets an escape stand beside constant patterns only
    return Infix.of(
        value,
        "LIKE",
        PgExpression.Call.of(
            "like_escape", renderer.render(like.pattern()), new PgExpression.TextConstant("")));
  }

  private static String rewritten(String pattern, Optional<Integer> escape) {
    var result = new StringBuilder();
    var codePoints = pattern.codePoints().toArray();
    for (int at = 0; at < codePoints.length; at++) {
      if (escape.isPresent() && codePoints[at] == escape.get()) {
        at++;
        result.append('\\').appendCodePoint(codePoints[at]);
      } else {
        result.append(codePoints[at] == '\\' ? "\\" : "").appendCodePoint(codePoints[at]);
      }
    }
    return result.toString();
  }
}
