package io.tarn.query.sql.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long the mark under a place is: a name with its dots, a literal, an operator.
final class TokenLength {
  private static final String NAME = "(?:[\\p{L}_$][\\p{L}\\p{N}_$]*|\"(?:[^\"\n]|\"\")*\")";
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?:"
              + TokenPass.BARE_STORE
              + "|"
              + NAME
              + ")(?:\\."
              + NAME
              + ")*|'(?:[^'\n]|'')*'?|-?[0-9][0-9.]*(?:[eE][+-]?[0-9]+)?|[<>=!|]+");

  private TokenLength() {}

  /// The length in code points of the token at the offset; 0 at the end of the text.
  static int at(String text, int offset) {
    if (offset >= text.length()) {
      return 0;
    }
    Matcher matcher = TOKEN.matcher(text).region(offset, text.length());
    return matcher.lookingAt() ? text.codePointCount(offset, matcher.end()) : 1;
  }
}
