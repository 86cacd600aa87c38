package io.tarn.sql.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A constant pattern of LIKE. Trino escapes nothing unless told how; PostgreSQL escapes with a
/// backslash unless told otherwise.
///
/// ```
/// Trino       'a\b%'      'a!_%' ESCAPE '!'
/// PostgreSQL  'a\\b%'     'a\_%'
/// ```
public final class LikePattern {
  /// One character of the pattern. `%` and `_` match others if they are not literal.
  private record Part(int codePoint, boolean isLiteral) {
    private boolean isWildcard() {
      return !isLiteral && (codePoint == '%' || codePoint == '_');
    }
  }

  private final List<Part> parts;

  private LikePattern(List<Part> parts) {
    this.parts = parts;
  }

  /// @param escape the character after ESCAPE
  /// @throws PatternException where the escape stands before another character
  public static LikePattern parse(String pattern, Optional<Integer> escape) {
    var parts = new ArrayList<Part>();
    int at = 0;
    while (at < pattern.length()) {
      int codePoint = pattern.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      boolean isEscape = escape.isPresent() && codePoint == escape.get();
      if (isEscape) {
        codePoint = escaped(pattern, at, next, codePoint);
        next += Character.charCount(codePoint);
      }
      parts.add(new Part(codePoint, isEscape));
      at = next;
    }
    return new LikePattern(parts);
  }

  private static int escaped(String pattern, int offset, int next, int escape) {
    int codePoint = next < pattern.length() ? pattern.codePointAt(next) : -1;
    if (codePoint != '%' && codePoint != '_' && codePoint != escape) {
      throw new PatternException.Invalid(
          offset, "the escape character must be followed by %, _ or itself");
    }
    return codePoint;
  }

  /// The pattern for PostgreSQL's LIKE without ESCAPE.
  public String postgresPattern() {
    var result = new StringBuilder();
    for (var part : parts) {
      boolean isSpecial = "%_\\".indexOf(part.codePoint) >= 0;
      result.append(isSpecial && !part.isWildcard() ? "\\" : "").appendCodePoint(part.codePoint);
    }
    return result.toString();
  }

  /// The text before the first wildcard: every match begins with it.
  public String prefix() {
    var prefix = new StringBuilder();
    parts.stream()
        .takeWhile(part -> !part.isWildcard())
        .forEach(part -> prefix.appendCodePoint(part.codePoint));
    return prefix.toString();
  }

  /// Whether there is no wildcard, so that [#prefix] is the only match.
  public boolean isExact() {
    return parts.stream().noneMatch(Part::isWildcard);
  }
}
