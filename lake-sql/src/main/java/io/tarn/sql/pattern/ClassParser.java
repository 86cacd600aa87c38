package io.tarn.sql.pattern;

import org.jspecify.annotations.Nullable;

/// Reads bracket expressions, and the escapes that stand inside and outside of them.
final class ClassParser {
  private final PatternText text;

  ClassParser(PatternText text) {
    this.text = text;
  }

  /// The bracket expression whose `[` has just been read.
  CodePoints parse(int start, boolean ignoresCase) {
    boolean isNegated = text.take('^');
    var set = CodePoints.NONE;
    if (text.lookingAt("]")) {
      throw text.unsupported(text.offset(), "a bracket expression that begins with ]");
    }
    while (!text.take(']')) {
      if (text.isAtEnd()) {
        throw new PatternException.Invalid(start, "a bracket expression without end");
      }
      set = set.union(member());
    }
    return finish(start, set, isNegated, ignoresCase);
  }

  private CodePoints finish(int start, CodePoints set, boolean isNegated, boolean ignoresCase) {
    if (ignoresCase && !CaseFolding.isAscii(set)) {
      throw text.unsupported(start, "characters outside ASCII without regard to case");
    }
    var folded = ignoresCase ? CaseFolding.close(set) : set;
    var result = isNegated ? folded.complement() : folded;
    if (result.isEmpty()) {
      throw text.unsupported(start, "a bracket expression without members");
    }
    return result;
  }

  private CodePoints member() {
    int start = text.offset();
    if (text.lookingAt("[") || text.lookingAt("&&")) {
      throw text.unsupported(start, "bracket expressions within bracket expressions");
    }
    if (text.take('\\')) {
      var set = text.isAtEnd() ? null : shorthand();
      if (set != null) {
        requireNoRange();
        return set;
      }
      return range(escaped(start), start);
    }
    return range(text.next(), start);
  }

  private CodePoints range(int first, int start) {
    if (!text.lookingAt("-") || text.lookingAt("-]")) {
      requireNoDash(first, start);
      return single(first, start);
    }
    text.skip(1);
    int last = rangeEnd();
    requireNoRange();
    if (last < first) {
      throw new PatternException.Invalid(start, "a range from more to less");
    }
    return first == 0 ? single(first, start) : CodePoints.of(first, last);
  }

  private CodePoints single(int codePoint, int start) {
    if (codePoint == 0) {
      throw text.unsupported(start, "the character NUL");
    }
    return CodePoints.of(codePoint);
  }

  private int rangeEnd() {
    int start = text.offset();
    if (text.isAtEnd() || text.lookingAt("[") || text.lookingAt("-") || text.lookingAt("&&")) {
      throw text.unsupported(start, "the end of a range");
    }
    return text.take('\\') ? escaped(start) : text.next();
  }

  /// A dash stands for itself at the beginning and at the end only.
  private void requireNoDash(int codePoint, int start) {
    if (codePoint == '-' && !isAtBorder(start)) {
      throw text.unsupported(start, "a dash within a bracket expression");
    }
  }

  private boolean isAtBorder(int start) {
    return text.isEscaped(start)
        || text.lookingAt("]")
        || text.isBehind(start, "[")
        || text.isBehind(start, "[^");
  }

  private void requireNoRange() {
    if (text.lookingAt("-") && !text.lookingAt("-]")) {
      throw text.unsupported(text.offset(), "a dash after a range");
    }
  }

  // --- escapes
  // -------------------------------------------------------------------------------------

  /// The set of the letter behind a backslash, if it is one for a set.
  @Nullable CodePoints shorthand() {
    var set =
        switch (text.peek()) {
          case 'd' -> CodePoints.DIGITS;
          case 'D' -> CodePoints.DIGITS.complement();
          case 's' -> CodePoints.SPACES;
          case 'S' -> CodePoints.SPACES.complement();
          case 'w' -> CodePoints.WORDS;
          case 'W' -> CodePoints.WORDS.complement();
          default -> null;
        };
    if (set != null) {
      text.next();
    }
    return set;
  }

  /// The one character that an escape stands for; its backslash has been read.
  int escaped(int start) {
    if (text.isAtEnd()) {
      throw new PatternException.Invalid(start, "a backslash at the end");
    }
    int codePoint = text.next();
    return switch (codePoint) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case 'a' -> 0x07;
      case 'e' -> 0x1B;
      case 'x' -> hexadecimal(2, 0x7F, start);
      case 'u' -> hexadecimal(4, 0xFFFF, start);
      default -> itself(codePoint, start);
    };
  }

  private int itself(int codePoint, int start) {
    if (Character.isLetterOrDigit(codePoint)) {
      throw text.unsupported(start, "the escape \\" + Character.toString(codePoint));
    }
    return codePoint;
  }

  private int hexadecimal(int digits, int most, int start) {
    var rest = text.rest();
    if (rest.length() < digits || !rest.substring(0, digits).matches("[0-9A-Fa-f]+")) {
      throw text.unsupported(start, "an escape without its hexadecimal digits");
    }
    text.skip(digits);
    int codePoint = Integer.parseInt(rest.substring(0, digits), 16);
    if (codePoint > most || Character.isSurrogate((char) codePoint)) {
      throw text.unsupported(start, "an escape for a part of a character");
    }
    return codePoint;
  }
}
