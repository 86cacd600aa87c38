package io.tarn.sql.pattern;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern being read from left to right.
final class PatternText {
  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,5})(,(\\d{1,5})?)?}");

  /// PostgreSQL counts no further.
  private static final int MOST_COUNTED = 255;

  record Count(int min, int max) {}

  private final String pattern;
  private int offset;

  PatternText(String pattern) {
    this.pattern = pattern;
  }

  boolean isAtEnd() {
    return offset == pattern.length();
  }

  int offset() {
    return offset;
  }

  void reset(int earlier) {
    offset = earlier;
  }

  String rest() {
    return pattern.substring(offset);
  }

  /// The next character; there must be one.
  int peek() {
    return pattern.codePointAt(offset);
  }

  int next() {
    int codePoint = peek();
    offset += Character.charCount(codePoint);
    return codePoint;
  }

  void skip(int units) {
    offset += units;
  }

  boolean lookingAt(String token) {
    return pattern.startsWith(token, offset);
  }

  boolean take(char token) {
    return take(String.valueOf(token));
  }

  boolean take(String token) {
    boolean isThere = lookingAt(token);
    offset += isThere ? token.length() : 0;
    return isThere;
  }

  boolean isEscaped(int start) {
    return pattern.startsWith("\\", start);
  }

  /// Whether the text right before `start` is the token.
  boolean isBehind(int start, String token) {
    return pattern.startsWith(token, start - token.length());
  }

  // --- repetitions
  // ---------------------------------------------------------------------------------

  boolean isAtQuantifier() {
    return !isAtEnd() && (peek() == '*' || peek() == '+' || peek() == '?' || isLikeCount(offset));
  }

  /// Whether the brace at `start` is meant to count, rightly or not.
  boolean isLikeCount(int start) {
    return counted(start).lookingAt() || pattern.startsWith("{,", start);
  }

  private Matcher counted(int start) {
    return COUNT.matcher(pattern).region(start, pattern.length());
  }

  /// The quantifier that [#isAtQuantifier] saw.
  Count count() {
    return switch (next()) {
      case '*' -> new Count(0, RegexNode.Repeat.UNBOUNDED);
      case '+' -> new Count(1, RegexNode.Repeat.UNBOUNDED);
      case '?' -> new Count(0, 1);
      default -> braces(offset - 1);
    };
  }

  private Count braces(int start) {
    var counted = counted(start);
    if (!counted.lookingAt()) {
      throw unsupported(start, "a repetition without a lower bound");
    }
    offset = counted.end();
    var count = count(counted);
    if (count.max != RegexNode.Repeat.UNBOUNDED && count.max < count.min) {
      throw new PatternException.Invalid(start, "a repetition from more to less");
    }
    if (Math.max(count.min, count.max) > MOST_COUNTED) {
      throw unsupported(start, "more than 255 repetitions");
    }
    return count;
  }

  private static Count count(MatchResult counted) {
    int min = Integer.parseInt(counted.group(1));
    if (counted.group(2) == null) {
      return new Count(min, min);
    }
    var max = counted.group(3);
    return new Count(min, max == null ? RegexNode.Repeat.UNBOUNDED : Integer.parseInt(max));
  }

  // --- refusals
  // ------------------------------------------------------------------------------------

  PatternException.Invalid invalid(String reason) {
    return new PatternException.Invalid(offset, reason);
  }

  PatternException.Unsupported unsupported(int start, String construct) {
    return new PatternException.Unsupported(start, construct);
  }
}
