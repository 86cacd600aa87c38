package io.tarn.sql.parse;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where a statement has a value of a parameter: `{{name}}`, or `{{name.start}}` and `{{name.end}}`
/// of a range of time.
///
/// @param name as it is written; empty for the `?` of a prepared statement
/// @param member what stands behind the dot
public record Placeholder(String name, Optional<String> member) {
  static final Placeholder OF_PREPARED_STATEMENT = new Placeholder("", Optional.empty());

  private static final Pattern WRITTEN =
      Pattern.compile("\\{\\{\\s*+([A-Za-z][A-Za-z0-9_]*+)(?:\\.([A-Za-z]++))?+\\s*+\\}\\}");

  /// Whether a name of a parameter is there at all.
  public boolean isNamed() {
    return !name.isEmpty();
  }

  /// Reads the text from `{{` to `}}`.
  static Optional<Placeholder> of(String written) {
    var match = WRITTEN.matcher(written);
    return match.matches()
        ? Optional.of(new Placeholder(match.group(1), Optional.ofNullable(match.group(2))))
        : Optional.empty();
  }

  /// Whether there is one in a text.
  static boolean isIn(String text) {
    return WRITTEN.matcher(text).find();
  }
}
