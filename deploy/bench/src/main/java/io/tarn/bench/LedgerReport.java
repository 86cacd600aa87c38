package io.tarn.bench;

import io.tarn.bench.LedgerRun.Told;
import io.tarn.demo.activity.ChangeMonth;
import io.tarn.demo.activity.LabelledChange;
import io.tarn.demo.activity.LabelledChange.Label;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Compares verdicts with labels, and prints what differs.
final class LedgerReport {
  private static final double PRECISION = 0.98;
  private static final double RECALL = 0.99;
  private static final double FALSE_ALARMS_A_DAY = 1;
  private static final String UNAPPROVED = "unapproved";

  private final PrintStream out;

  LedgerReport(PrintStream out) {
    this.out = out;
  }

  /// @param verdicts by event id
  /// @return whether the goals are met
  boolean print(List<LabelledChange> changes, Map<String, Told> verdicts) {
    printTable(changes, verdicts);
    int right = 0;
    int missed = 0;
    int alarms = 0;
    var faults = new TreeMap<String, List<String>>();
    for (var change : changes) {
      var told = verdicts.getOrDefault(change.eventId(), Told.NOTHING);
      var isTold = UNAPPROVED.equals(told.verdict());
      var isTrue = change.label() == Label.UNAPPROVED;
      right += isTold && isTrue ? 1 : 0;
      missed += !isTold && isTrue ? 1 : 0;
      alarms += isTold && !isTrue ? 1 : 0;
      if (isTold != isTrue) {
        faults
            .computeIfAbsent(change.story() + ", told " + told.verdict(), _ -> new ArrayList<>())
            .add(told.reason());
      }
    }
    faults.forEach(
        (word, reasons) ->
            out.printf("  %s: %d times, such as: %s%n", word, reasons.size(), reasons.getFirst()));
    var precision = right / (double) Math.max(1, right + alarms);
    var recall = right / (double) Math.max(1, right + missed);
    var perDay = alarms / (double) ChangeMonth.DAYS;
    out.printf(
        "unapproved: precision %.4f (goal %.2f), recall %.4f (goal %.2f), false alarms a day %.2f%n",
        precision, PRECISION, recall, RECALL, perDay);
    return precision >= PRECISION && recall >= RECALL && perDay <= FALSE_ALARMS_A_DAY;
  }

  private void printTable(List<LabelledChange> changes, Map<String, Told> verdicts) {
    var counts = new EnumMap<Label, Map<String, Integer>>(Label.class);
    for (var change : changes) {
      counts
          .computeIfAbsent(change.label(), _ -> new TreeMap<>())
          .merge(verdicts.getOrDefault(change.eventId(), Told.NOTHING).verdict(), 1, Integer::sum);
    }
    var figures = new FigureTable("label of the story", "events", "verdicts");
    counts.forEach(
        (label, told) ->
            figures.add(
                label.toString(),
                "%,d".formatted(told.values().stream().mapToInt(Integer::intValue).sum()),
                told.toString()));
    figures.print(out);
  }
}
