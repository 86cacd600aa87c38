package io.tarn.sql.pattern;

import io.tarn.sql.pattern.RegexPattern.Translated;

/// A constant pattern and a constant replacement of regexp_replace. A group that takes no part in
/// a match is replaced by nothing, in both engines.
///
/// ```
/// Trino       $0   $1 ${name}   \$   \\   \x
/// PostgreSQL  \&   \1 \1        $    \\   x
/// ```
public record RegexReplacement(Translated pattern, String postgresReplacement) {
  private static final int MOST_GROUPS = 9;

  /// @throws PatternException for the pattern, with an offset in the pattern
  /// @throws InReplacement with an offset in the replacement
  public static RegexReplacement translate(String trinoPattern, String trinoReplacement) {
    var pattern = RegexPattern.translate(trinoPattern, Use.REPLACE, false);
    var reader = new Reader(pattern, trinoReplacement);
    var replacement = reader.read();
    return new RegexReplacement(
        reader.isGrouped ? RegexPattern.translate(trinoPattern, Use.REPLACE, true) : pattern,
        replacement);
  }

  /// The fault is one of the replacement, not of the pattern.
  public static final class InReplacement extends RuntimeException {
    private final transient PatternException fault;

    private InReplacement(PatternException fault) {
      super(fault);
      this.fault = fault;
    }

    public PatternException fault() {
      return fault;
    }
  }

  private static final class Reader {
    private final Translated pattern;
    private final String text;
    private final StringBuilder result = new StringBuilder();
    private boolean isGrouped;
    private int at;

    private Reader(Translated pattern, String text) {
      this.pattern = pattern;
      this.text = text;
    }

    private String read() {
      while (at < text.length()) {
        char unit = text.charAt(at++);
        switch (unit) {
          case '$' -> reference();
          case '\\' -> literal(escaped());
          default -> literal(unit);
        }
      }
      return result.toString();
    }

    private char escaped() {
      requireMore("a backslash at the end");
      return text.charAt(at++);
    }

    private void literal(char unit) {
      result.append(unit == '\\' ? "\\\\" : unit);
    }

    private void requireMore(String reason) {
      if (at == text.length()) {
        throw invalid(reason);
      }
    }

    private void reference() {
      requireMore("a dollar sign at the end");
      int group = text.charAt(at) == '{' ? named() : numbered();
      if (group > MOST_GROUPS) {
        throw new InReplacement(new PatternException.Unsupported(at - 1, "more than nine groups"));
      }
      isGrouped |= group > 0;
      result.append('\\').append(group == 0 ? "&" : String.valueOf(group));
    }

    private int named() {
      int end = text.indexOf('}', at);
      if (end < 0) {
        throw invalid("the name of a group without end");
      }
      var group = pattern.names().get(text.substring(at + 1, end));
      if (group == null) {
        throw invalid("an unknown group");
      }
      at = end + 1;
      return group;
    }

    /// As many digits as there is such a group.
    private int numbered() {
      int group = digit();
      if (group < 0 || group > pattern.groups()) {
        throw invalid(group < 0 ? "a dollar sign without group" : "an unknown group");
      }
      at++;
      while (at < text.length() && digit() >= 0 && group * 10 + digit() <= pattern.groups()) {
        group = group * 10 + digit();
        at++;
      }
      return group;
    }

    private int digit() {
      char unit = text.charAt(at);
      return unit >= '0' && unit <= '9' ? unit - '0' : -1;
    }

    private InReplacement invalid(String reason) {
      return new InReplacement(new PatternException.Invalid(at - 1, reason));
    }
  }
}
