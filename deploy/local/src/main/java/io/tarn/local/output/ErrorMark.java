package io.tarn.local.output;

/// A statement's faulty line with a mark under the location of the error.
public final class ErrorMark {
  private ErrorMark() {}

  /// Two lines, or nothing when the statement has no such line.
  ///
  /// @param line from 1
  /// @param column from 1, counted in characters
  /// @param length how many characters are at fault
  public static String of(String statement, int line, int column, int length) {
    var lines = statement.split("\\R", -1);
    if (line < 1 || line > lines.length || column < 1) {
      return "";
    }
    var text = lines[line - 1];
    var before = text.substring(0, Math.min(column - 1, text.length()));
    var left = Math.max(1, text.length() - before.length());
    return text
        + System.lineSeparator()
        + before.replaceAll("[^\\t]", " ")
        + "^".repeat(Math.clamp(length, 1, left));
  }
}
