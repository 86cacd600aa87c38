package io.tarn.sql;

import io.tarn.sql.generated.Generated;
import io.tarn.sql.generated.Node;
import io.tarn.sql.oracle.Answer;
import io.tarn.sql.oracle.Comparison;
import io.tarn.sql.oracle.LakeDeviations;
import io.tarn.sql.oracle.Oracle;
import io.tarn.sql.oracle.Ordering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Asks us and Trino the same generated statements, and keeps what differs.
final class Equality {
  private static final Map<String, String> TABLES = Map.of("$EDS_ID", "events.lake.main");
  private static final Map<String, String> ERRORS =
      Map.of(
          "22012", "DIVISION_BY_ZERO",
          "22003", "NUMERIC_VALUE_OUT_OF_RANGE",
          "22018", "INVALID_CAST_ARGUMENT",
          "22023", "INVALID_FUNCTION_ARGUMENT");

  /// Errors that say nothing of the statement: Trino has its limits, and faults of its own.
  private static final Set<String> UNANSWERED = Set.of("NOT_SUPPORTED", "GENERIC_INTERNAL_ERROR");

  private static final int TRIALS = 60;
  private static final long LONGEST_SHRINK_NANOS = 8_000_000_000L;
  private static final int LONGEST_ANSWER = 600;

  private final LakeTable lake;
  private final Oracle oracle;
  private final List<String> differences = new ArrayList<>();
  private final Map<String, List<String>> refusals = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final Map<String, int[]> kinds = new TreeMap<>();
  private int statements;
  private int withRows;

  Equality(LakeTable lake, Oracle oracle) {
    this.lake = lake;
    this.oracle = oracle;
  }

  /// What only we refuse, by its construct.
  Map<String, List<String>> refusals() {
    return refusals;
  }

  /// Shrunk statements with both answers and our SQL.
  List<String> differences() {
    return differences;
  }

  int statements() {
    return statements;
  }

  int withRows() {
    return withRows;
  }

  String summary() {
    var lines = new StringBuilder();
    lines.append(
        "%d statements, %d with rows, %d differ%n"
            .formatted(statements, withRows, differences.size()));
    kinds.forEach(
        (kind, n) ->
            lines.append(
                "  %-20s %5d, %5d with rows, %5d that Trino refuses%n"
                    .formatted(kind, n[0], n[1], n[2])));
    refusals.forEach(
        (construct, texts) ->
            lines.append("  only we refuse %s: %d%n".formatted(construct, texts.size())));
    reasons.forEach((reason, n) -> lines.append("  Trino refuses %s: %d%n".formatted(reason, n)));
    return lines.toString();
  }

  /// @return the new differences
  List<String> compare(Generated statement) {
    int before = differences.size();
    statements += statement.count();
    kind(statement)[0] += statement.count();
    if (statement.items().isEmpty()) {
      compareWhole(statement, statement.whole(), ordering(statement));
    } else if (isRefused(statement)) {
      compareWhole(statement, statement.with(List.of()), Ordering.free());
    } else {
      compareItems(statement, supported(statement));
    }
    return List.copyOf(differences.subList(before, differences.size()));
  }

  /// Whether we refuse it whatever its items are.
  private boolean isRefused(Generated statement) {
    return !isTranslated(statement.with(List.of()).sql());
  }

  private int[] kind(Generated statement) {
    return kinds.computeIfAbsent(statement.kind(), _ -> new int[3]);
  }

  private static Ordering ordering(Generated statement) {
    return statement.isSorted()
        ? Ordering.by(IntStream.range(0, statement.keys()).toArray())
        : Ordering.free();
  }

  /// The items that we translate; the others are noted.
  private List<Integer> supported(Generated statement) {
    var supported = new ArrayList<Integer>();
    for (int item = 0; item < statement.items().size(); item++) {
      if (isTranslated(statement.only(item).sql())) {
        supported.add(item);
      } else {
        compareWhole(statement, statement.only(item), Ordering.free());
      }
    }
    return supported;
  }

  private boolean isTranslated(String sql) {
    try {
      lake.translation(sql);
      return true;
    } catch (StatementException _) {
      return false;
    }
  }

  private void compareItems(Generated statement, List<Integer> items) {
    if (items.isEmpty()) {
      return;
    }
    var sql = statement.with(items).sql();
    var theirs = theirs(sql);
    var ours = theirs instanceof Answer.Rows ? ours(sql) : theirs;
    if (theirs instanceof Answer.Rows expected && ours instanceof Answer.Rows actual) {
      var keys = statement.keys();
      if (!Comparison.of(keys(expected, keys), keys(actual, keys), Ordering.free()).isSame()) {
        compareWhole(statement, statement.with(List.of()), Ordering.free());
        return;
      }
      for (int i = 0; i < items.size(); i++) {
        int column = statement.keys() + i;
        var difference =
            Comparison.of(
                only(expected, statement.keys(), column),
                only(actual, statement.keys(), column),
                Ordering.free());
        note(statement, !expected.rows().isEmpty());
        if (!difference.isSame()) {
          compareWhole(statement, statement.only(items.get(i)), Ordering.free(), false);
        }
      }
    } else if (items.size() == 1) {
      compareWhole(statement, statement.with(items), Ordering.free());
    } else if (items.size() == statement.items().size() && isFailing(statement)) {
      compareWhole(statement, statement.with(List.of()), Ordering.free());
    } else {
      compareItems(statement, items.subList(0, items.size() / 2));
      compareItems(statement, items.subList(items.size() / 2, items.size()));
    }
  }

  /// Whether one side fails whatever the items are.
  private boolean isFailing(Generated statement) {
    var sql = statement.with(List.of()).sql();
    return theirs(sql) instanceof Answer.Refusal || ours(sql) instanceof Answer.Refusal;
  }

  private void note(Generated statement, boolean hasRows) {
    if (hasRows) {
      withRows++;
      kind(statement)[1]++;
    }
  }

  private static Answer.Rows keys(Answer.Rows rows, int keys) {
    return new Answer.Rows(
        rows.columns().subList(0, keys),
        rows.rows().stream().map(row -> row.subList(0, keys)).toList());
  }

  /// The keys and one more column.
  private static Answer.Rows only(Answer.Rows rows, int keys, int column) {
    var columns = new ArrayList<>(rows.columns().subList(0, keys));
    columns.add(rows.columns().get(column));
    var values =
        rows.rows().stream()
            .map(
                row -> {
                  var some = new ArrayList<>(row.subList(0, keys));
                  some.add(row.get(column));
                  return (List<Object>) some;
                })
            .toList();
    return new Answer.Rows(columns, values);
  }

  private void compareWhole(Generated statement, Node node, Ordering ordering) {
    compareWhole(statement, node, ordering, true);
  }

  private void compareWhole(Generated statement, Node node, Ordering ordering, boolean isNoted) {
    var found = verdict(node.sql(), ordering);
    if (isNoted) {
      note(statement, found.hasRows());
      kind(statement)[2] += found.outcome() == Outcome.BOTH_REFUSE ? 1 : 0;
    }
    switch (found.outcome()) {
      case SAME -> {}
      case BOTH_REFUSE -> reasons.merge(found.text(), 1, Integer::sum);
      case ONLY_WE_REFUSE ->
          refusals.computeIfAbsent(found.text(), _ -> new ArrayList<>()).add(node.sql());
      default -> differences.add(report(shrunk(node, ordering, found.outcome()), ordering));
    }
  }

  private enum Outcome {
    SAME,
    BOTH_REFUSE,
    ONLY_WE_REFUSE,
    ONLY_WE_FAIL,
    ONLY_THEY_REFUSE,
    OTHER_ERROR,
    OTHER_ROWS
  }

  private record Verdict(Outcome outcome, boolean hasRows, String text) {}

  private Verdict verdict(String sql, Ordering ordering) {
    var theirs = theirs(sql);
    try {
      return verdict(theirs, ours(sql), ordering);
    } catch (StatementException refusal) {
      return theirs instanceof Answer.Rows
          ? new Verdict(
              Outcome.ONLY_WE_REFUSE,
              false,
              refusal.getClass().getSimpleName() + ": " + refusal.getMessage())
          : new Verdict(Outcome.BOTH_REFUSE, false, brief(theirs));
    }
  }

  private static Verdict verdict(Answer theirs, Answer ours, Ordering ordering) {
    if (theirs instanceof Answer.Rows rows) {
      var comparison = Comparison.of(theirs, ours, ordering);
      var outcome =
          comparison.isSame()
              ? Outcome.SAME
              : ours instanceof Answer.Rows ? Outcome.OTHER_ROWS : Outcome.ONLY_WE_FAIL;
      return new Verdict(
          outcome,
          !rows.rows().isEmpty(),
          cut(comparison.difference().orElse(""))
              + "\n  theirs: "
              + brief(theirs)
              + "\n  ours: "
              + brief(ours));
    }
    var text = brief(theirs) + "\n  ours: " + brief(ours);
    if (theirs instanceof Answer.Refusal(var error, _, _, _) && UNANSWERED.contains(error)) {
      return new Verdict(Outcome.BOTH_REFUSE, false, brief(theirs));
    }
    if (ours instanceof Answer.Refusal(var error, _, _, _)) {
      return new Verdict(
          ERRORS.containsKey(error) ? Outcome.BOTH_REFUSE : Outcome.OTHER_ERROR,
          false,
          ERRORS.containsKey(error) ? brief(theirs) : text);
    }
    return new Verdict(Outcome.ONLY_THEY_REFUSE, false, text);
  }

  private static String brief(Answer answer) {
    return switch (answer) {
      case Answer.Refusal(var error, var message, _, _) -> error + " " + cut(message);
      case Answer.Rows(_, var rows) -> cut(rows.toString());
    };
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_ANSWER ? text : text.substring(0, LONGEST_ANSWER) + "…";
  }

  private Answer theirs(String sql) {
    return oracle.answer(LakeDeviations.toTrino(sql, TABLES));
  }

  private Answer ours(String sql) {
    return lake.ask(sql);
  }

  /// The smallest that differs in the same way, as far as a number of trials finds it.
  private Node shrunk(Node node, Ordering ordering, Outcome outcome) {
    int trials = 0;
    var smallest = node;
    boolean isSmaller = true;
    long end = System.nanoTime() + LONGEST_SHRINK_NANOS;
    while (isSmaller && trials < TRIALS) {
      isSmaller = false;
      var length = smallest.sql().length();
      var candidates =
          smallest
              .smaller()
              .filter(one -> one.sql().length() < length)
              .sorted(Comparator.comparingInt(one -> one.sql().length()))
              .toList();
      for (var candidate : candidates) {
        if (trials++ < TRIALS
            && System.nanoTime() < end
            && verdict(candidate.sql(), ordering).outcome() == outcome) {
          smallest = candidate;
          isSmaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  private String report(Node node, Ordering ordering) {
    var sql = node.sql();
    return "%s%n  %s%n  ours: %s%n".formatted(sql, verdict(sql, ordering).text(), translated(sql));
  }

  private String translated(String sql) {
    try {
      var translation = lake.translation(sql);
      return translation.sql() + "\n  " + translation.parameters();
    } catch (StatementException refusal) {
      return Optional.ofNullable(refusal.getMessage()).orElse("");
    }
  }
}
