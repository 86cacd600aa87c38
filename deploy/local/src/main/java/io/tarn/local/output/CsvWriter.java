package io.tarn.local.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// RFC 4180, lines ended by a line feed. NULL is an empty field, an empty text a pair of
/// quotes.
final class CsvWriter implements RowWriter {
  private final PrintStream out;

  CsvWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) {
    line(columns.stream().map(column -> quoted(column.name())).toList());
  }

  @Override
  public void rows(List<JsonNode> rows) {
    for (var row : rows) {
      var fields = new ArrayList<String>();
      row.forEach(value -> fields.add(value.isNull() ? "" : quoted(Cells.text(value))));
      line(fields);
    }
  }

  @Override
  public void end(JsonNode statistics) {
    out.flush();
  }

  private void line(List<String> fields) {
    out.print(String.join(",", fields));
    out.print('\n');
  }

  static String quoted(String text) {
    var isPlain =
        !text.isEmpty()
            && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
