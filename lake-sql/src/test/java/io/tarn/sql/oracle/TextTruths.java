package io.tarn.sql.oracle;

import io.trino.sql.tree.BooleanLiteral;
import io.trino.sql.tree.ComparisonPredicate;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.Predicated;
import java.util.Locale;

/// `sessionCredentialFromConsole = true` as `sessionCredentialFromConsole = 'true'`.
final class TextTruths {
  private static final String COLUMN = "sessioncredentialfromconsole";

  private TextTruths() {}

  static String quoted(String statement) {
    return ParsedText.of(statement).map(TextTruths::quoted).orElse(statement);
  }

  private static String quoted(ParsedText text) {
    for (var predicated : text.all(Predicated.class)) {
      if (predicated.getPredicate() instanceof ComparisonPredicate comparison) {
        quote(text, predicated.getValue(), comparison.getRight());
        quote(text, comparison.getRight(), predicated.getValue());
      }
    }
    return text.edited();
  }

  private static void quote(ParsedText text, Expression column, Expression truth) {
    if (ParsedText.lastName(column).equals(COLUMN) && truth instanceof BooleanLiteral) {
      text.changeName(truth, word -> "'" + word.toLowerCase(Locale.ROOT) + "'");
    }
  }
}
