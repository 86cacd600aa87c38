package io.tarn.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Figures in lines: names on the left, and the columns of numbers aligned to the right.
public final class FigureTable {
  private final List<List<String>> lines = new ArrayList<>();

  /// @param head titles of the columns, the title of the names first
  public FigureTable(String... head) {
    lines.add(List.of(head));
  }

  /// One line; a cell that is missing stays empty.
  public void add(String... cells) {
    if (cells.length > lines.getFirst().size()) {
      throw new IllegalArgumentException("more cells than columns: " + List.of(cells));
    }
    lines.add(List.of(cells));
  }

  public void print(PrintStream out) {
    out.println();
    lines.forEach(line -> out.println(text(line)));
    out.flush();
  }

  private String text(List<String> line) {
    return IntStream.range(0, line.size())
        .mapToObj(column -> padded(line.get(column), column))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private String padded(String cell, int column) {
    var space = " ".repeat(width(column) - cell.length());
    return column == 0 ? cell + space : space + cell;
  }

  private int width(int column) {
    return lines.stream()
        .filter(line -> line.size() > column)
        .mapToInt(line -> line.get(column).length())
        .max()
        .orElse(0);
  }
}
