package io.tarn.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Prints the medians of all rounds.
final class IngestReport {
  private static final double NOTEWORTHY_MICROS = 0.2;

  private final PrintStream out;

  IngestReport(PrintStream out) {
    this.out = out;
  }

  /// Events per second beside the bare COPY.
  void rates(Contest bulk, List<Contest> others) {
    var table = new FigureTable("", "events", "Tarn/s", "COPY/s", "ratio", "goal");
    table.add(rate(bulk.load().shown(), bulk.ours(), bulk.bareRate(), bulk.load().goal()));
    table.add(rate("the same again", bulk.again(), bulk.bareRate(), 0));
    for (var other : others) {
      table.add(rate(other.load().shown(), other.ours(), other.bareRate(), other.load().goal()));
    }
    table.print(out);
  }

  private static String[] rate(String name, Measured ours, double bare, double goal) {
    return new String[] {
      name,
      "%,d".formatted(ours.events()),
      "%,.0f".formatted(ours.rate()),
      "%,.0f".formatted(bare),
      "%.0f %%".formatted(100 * ours.rate() / bare),
      goal > 0 ? "%.0f %%".formatted(100 * goal) : ""
    };
  }

  /// How fast the steps of bulk are by themselves.
  void steps(Contest bulk, Steps steps) {
    var table = new FigureTable("steps of bulk, each alone", "events/s");
    step(table, "dry run through the edge", steps.read());
    step(table, "COPY, no index", steps.copy());
    step(table, "COPY, indexed (the bare one)", bulk.bareRate());
    step(table, "COPY into unlogged staging", steps.stage());
    step(table, "INSERT from there, indexed, duplicates dropped", steps.insert());
    table.print(out);
  }

  private static void step(FigureTable table, String name, double rate) {
    table.add(name, "%,.0f".formatted(rate));
  }

  /// Which processes work how long on an event, and which threads of ingest-service on one of
  /// bulk.
  void costs(Contest bulk, List<Contest> others) {
    var columns = new ArrayList<>(List.of(bulk.ours(), bulk.again()));
    others.forEach(other -> columns.add(other.ours()));
    var table =
        new FigureTable("µs of a core an event", "bulk", "again", "one file", "small", "20");
    var parts = new TreeSet<String>();
    columns.forEach(column -> parts.addAll(column.parts()));
    for (var part : parts) {
      var cells = new ArrayList<>(List.of(part));
      columns.forEach(column -> cells.add("%.1f".formatted(column.microsOf(part))));
      table.add(cells.toArray(String[]::new));
    }
    table.print(out);
    threads(bulk.ours().microsByThread());
  }

  private void threads(Map<String, Double> micros) {
    var table = new FigureTable("of it threads of ingest-service", "bulk");
    micros.entrySet().stream()
        .filter(thread -> thread.getValue() >= NOTEWORTHY_MICROS)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(thread -> table.add(thread.getKey(), "%.1f".formatted(thread.getValue())));
    table.print(out);
  }
}
