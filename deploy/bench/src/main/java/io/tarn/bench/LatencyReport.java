package io.tarn.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/// Waiting times as tables, with what is wanted of their medians.
final class LatencyReport {
  private static final double CALL = 3;
  private static final double UNTIL_START = 5;
  private static final double BESIDE_DATABASE = 25;
  private static final double NOTEWORTHY = 0.1;

  private final PrintStream out;
  private boolean isEachGoalMet = true;

  LatencyReport(PrintStream out) {
    this.out = out;
  }

  void print(Samples calls, List<StatementTimes> statements) {
    var table = new FigureTable("ms", "p50", "p90", "p99", "wanted at p50");
    wanted(table, "GET /v1/me", calls, CALL);
    for (var statement : statements) {
      table.add(statement.shown());
      add(table, "  submit", statement.submit());
      add(table, "  wait for the end", statement.await());
      add(table, "  first page", statement.page());
      add(table, "  submit to first page", statement.all());
      add(table, "  the database's own time", statement.own());
      wanted(table, "  submit to first page less that", statement.beside(), BESIDE_DATABASE);
      wanted(table, "  submission to start", statement.untilStart(), UNTIL_START);
    }
    table.print(out);
  }

  /// Where the time of the cores goes.
  void printCores(StatementTimes statement) {
    print("ms of a core a statement: " + statement.shown(), statement.coresByPart());
    print("of it threads of query-service", statement.coresByThread());
  }

  private void print(String title, Map<String, Double> cores) {
    var table = new FigureTable(title, "");
    cores.entrySet().stream()
        .filter(each -> each.getValue() >= NOTEWORTHY)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(each -> table.add(each.getKey(), shown(each.getValue())));
    table.print(out);
  }

  /// Of all that was printed.
  boolean isEachGoalMet() {
    return isEachGoalMet;
  }

  private void wanted(FigureTable table, String name, Samples times, double most) {
    isEachGoalMet &= times.median() <= most;
    table.add(
        name, shown(times.median()), quantile(times, 0.9), quantile(times, 0.99), shown(most));
  }

  private static void add(FigureTable table, String name, Samples times) {
    table.add(name, shown(times.median()), quantile(times, 0.9), quantile(times, 0.99));
  }

  private static String quantile(Samples times, double share) {
    return shown(times.quantile(share));
  }

  private static String shown(double millis) {
    return "%.1f".formatted(millis);
  }
}
