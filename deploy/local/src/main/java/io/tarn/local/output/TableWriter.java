package io.tarn.local.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Aligned columns for reading. Widths are those of the first page; numbers stand to the right.
final class TableWriter implements RowWriter {
  private static final int WIDEST = 80;
  private static final List<String> NUMBERS = List.of("bigint", "integer", "double");

  private final PrintStream out;
  private List<Column> columns = List.of();
  private List<Integer> widths = List.of();
  private long count;

  TableWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> found) {
    columns = List.copyOf(found);
  }

  @Override
  public void rows(List<JsonNode> rows) {
    var cells = rows.stream().map(TableWriter::cellsOf).toList();
    if (widths.isEmpty()) {
      head(cells);
    }
    cells.forEach(this::line);
    count += rows.size();
  }

  private void head(List<List<String>> cells) {
    widths = IntStream.range(0, columns.size()).mapToObj(i -> width(i, cells)).toList();
    line(columns.stream().map(Column::name).toList());
    out.println(widths.stream().map("-"::repeat).collect(Collectors.joining("-+-")));
  }

  private int width(int column, List<List<String>> cells) {
    var longest = cells.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(columns.get(column).name().length(), Math.min(longest, WIDEST));
  }

  private void line(List<String> cells) {
    var padded = new ArrayList<String>();
    for (var i = 0; i < cells.size(); i++) {
      padded.add(padded(cells.get(i), widths.get(i), NUMBERS.contains(columns.get(i).type())));
    }
    out.println(String.join(" | ", padded).stripTrailing());
  }

  private static String padded(String cell, int width, boolean isNumber) {
    var space = " ".repeat(Math.max(0, width - cell.length()));
    return isNumber ? space + cell : cell + space;
  }

  private static List<String> cellsOf(JsonNode row) {
    var cells = new ArrayList<String>();
    row.forEach(value -> cells.add(Cells.shown(value)));
    return cells;
  }

  @Override
  public void end(JsonNode statistics) {
    if (widths.isEmpty()) {
      head(List.of());
    }
    out.printf("(%d %s)%n", count, count == 1 ? "row" : "rows");
    out.flush();
  }
}
