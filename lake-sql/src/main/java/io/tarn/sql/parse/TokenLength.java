package io.tarn.sql.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long the mark under a place is: a name with its dots, a literal, an operator.
///
/// The patterns repeat no groups: those are matched recursively, and a statement can be long.
final class TokenLength {
  private static final Pattern NAME =
      Pattern.compile(
          TokenPass.BARE_STORE + "|[\\p{L}_$][\\p{L}\\p{N}_$]*+|\"[^\"\n]*+\"|(?<=\\.)\\*");
  private static final Pattern OTHER =
      Pattern.compile(
          "\\{\\{[^{}\n]*+\\}\\}|'[^'\n]*+'?|-?[0-9][0-9.]*+(?:[eE][+-]?[0-9]++)?|[<>=!|]++");

  private TokenLength() {}

  /// The length in code points of the token at the offset; 0 at the end of the text.
  static int at(String text, int offset) {
    if (offset >= text.length()) {
      return 0;
    }
    var end = endOfPath(text, offset);
    if (end == offset) {
      Matcher other = OTHER.matcher(text).region(offset, text.length());
      end = other.lookingAt() ? other.end() : text.offsetByCodePoints(offset, 1);
    }
    return text.codePointCount(offset, end);
  }

  private static int endOfPath(String text, int offset) {
    var end = endOfName(text, offset);
    while (end > offset && end < text.length() && text.charAt(end) == '.') {
      var next = endOfName(text, end + 1);
      if (next == end + 1) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private static int endOfName(String text, int offset) {
    Matcher name = NAME.matcher(text).region(offset, text.length()).useTransparentBounds(true);
    return name.lookingAt() ? name.end() : offset;
  }
}
