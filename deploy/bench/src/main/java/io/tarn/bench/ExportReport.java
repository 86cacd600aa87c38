package io.tarn.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/// Figures of exports as tables.
final class ExportReport {
  private static final double MEGA = 1e6;
  private static final List<String> PARTS =
      List.of("scheduler-service", "query-service", "s3", "postgres");

  private final PrintStream out;

  ExportReport(PrintStream out) {
    this.out = out;
  }

  void print(List<ExportFigures> all) {
    var table =
        new FigureTable(
            "format",
            "rows/s",
            "seconds",
            "files",
            "stored MB",
            "stored MB/s",
            "plain MB/s",
            "bare upload MB/s",
            "ratio",
            "heap MB",
            "resident MB",
            "same bytes each time");
    all.forEach(figures -> add(table, figures));
    table.print(out);
    var cores = new FigureTable(line("seconds of a core an export", PARTS));
    for (var figures : all) {
      var taken = PARTS.stream().map(part -> "%.1f".formatted(figures.coreSeconds(part))).toList();
      cores.add(line(figures.format(), taken));
    }
    cores.print(out);
  }

  private static String[] line(String name, List<String> cells) {
    return Stream.concat(Stream.of(name), cells.stream()).toArray(String[]::new);
  }

  private static void add(FigureTable table, ExportFigures figures) {
    var export = figures.first();
    table.add(
        figures.format(),
        "%,.0f".formatted(export.rows() / figures.seconds()),
        "%.1f".formatted(figures.seconds()),
        Integer.toString(export.files().size()),
        "%.1f".formatted(export.bytes() / MEGA),
        rate(export.bytes(), figures.seconds()),
        rate(figures.plainBytes(), figures.seconds()),
        rate(export.bytes(), figures.bareSeconds()),
        "%.1f %%".formatted(100 * figures.ratio()),
        "%.0f".formatted(figures.heapMegabytes()),
        Long.toString(figures.residentMegabytes()),
        figures.isRepeatable() ? "yes" : "NO");
  }

  private static String rate(long bytes, double seconds) {
    return "%.1f".formatted(bytes / MEGA / seconds);
  }
}
