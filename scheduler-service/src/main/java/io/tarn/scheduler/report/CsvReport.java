package io.tarn.scheduler.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/// Writes rows of texts as CSV by RFC 4180.
public final class CsvReport {
  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]|^\\s|\\s$");

  /// What spreadsheets take for the beginning of a formula. Negative numbers are none.
  private static final Pattern FORMULA =
      Pattern.compile("^(?:[=@\t\r]|[+-](?![0-9.,]*$)).*", Pattern.DOTALL);

  private CsvReport() {}

  /// Writes a row. A text that a spreadsheet would run as a formula begins with an apostrophe.
  public static void row(Writer out, List<String> values) throws IOException {
    for (int index = 0; index < values.size(); index++) {
      if (index > 0) {
        out.write(',');
      }
      out.write(cell(values.get(index)));
    }
    out.write("\r\n");
  }

  private static String cell(String value) {
    var text = FORMULA.matcher(value).matches() ? "'" + value : value;
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
