package io.tarn.sql.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether two answers are the same: names of columns in their case, types but for the length of a
/// varchar, and rows as bags or in the order that is fixed. Doubles agree to 12 significant digits,
/// times to the millisecond, maps in any order. Refusals are the same when their errors are.
///
/// @param difference the first one found; empty where there is none
/// @param rows how many rows were compared
/// @param provesNothing whether neither answer has a row, so that hardly anything was compared
public record Comparison(Optional<String> difference, int rows, boolean provesNothing) {

  public static Comparison of(Answer expected, Answer actual, Ordering ordering) {
    if (expected instanceof Answer.Rows wanted && actual instanceof Answer.Rows given) {
      var difference = columns(wanted, given).or(() -> rows(wanted, given, ordering));
      return new Comparison(
          difference, wanted.rows().size(), wanted.rows().isEmpty() && given.rows().isEmpty());
    }
    return new Comparison(refusals(expected, actual), 0, false);
  }

  public boolean isSame() {
    return difference.isEmpty();
  }

  private static Optional<String> refusals(Answer expected, Answer actual) {
    if (expected instanceof Answer.Refusal wanted
        && actual instanceof Answer.Refusal given
        && wanted.error().equals(given.error())) {
      return Optional.empty();
    }
    return Optional.of("expected " + brief(expected) + " but was " + brief(actual));
  }

  private static String brief(Answer answer) {
    return switch (answer) {
      case Answer.Rows(_, var rows) -> rows.size() + " rows";
      case Answer.Refusal(var error, var message, _, _) -> error + " (" + message + ")";
    };
  }

  private static Optional<String> columns(Answer.Rows expected, Answer.Rows actual) {
    if (expected.columns().size() != actual.columns().size()) {
      return Optional.of(
          "expected the columns " + expected.columns() + " but was " + actual.columns());
    }
    for (int i = 0; i < expected.columns().size(); i++) {
      var wanted = expected.columns().get(i);
      var given = actual.columns().get(i);
      if (!wanted.name().equals(given.name()) || !type(wanted).equals(type(given))) {
        return Optional.of("column %d: expected %s but was %s".formatted(i, wanted, given));
      }
    }
    return Optional.empty();
  }

  private static String type(Answer.Column column) {
    return column.type().replaceAll("\\s*,\\s*", ",").replaceAll("\\bvarchar\\(\\d+\\)", "varchar");
  }

  private static Optional<String> rows(
      Answer.Rows expected, Answer.Rows actual, Ordering ordering) {
    var wanted = numbered(expected);
    var given = numbered(actual);
    if (wanted.size() != given.size()) {
      var difference = "expected %d rows but was %d".formatted(wanted.size(), given.size());
      return Optional.of(
          difference + RowBag.difference(wanted, given).map(text -> "; " + text).orElse(""));
    }
    for (int start = 0; start < wanted.size(); ) {
      int end = endOfTies(wanted, start, ordering.keys());
      var difference =
          ties(
              wanted.subList(start, end),
              given.subList(start, end),
              end == wanted.size(),
              ordering);
      if (difference.isPresent()) {
        return difference;
      }
      start = end;
    }
    return Optional.empty();
  }

  private static List<ComparedRow> numbered(Answer.Rows answer) {
    var types = answer.columns().stream().map(Answer.Column::type).toList();
    var rows = new ArrayList<ComparedRow>();
    for (List<@Nullable Object> row : answer.rows()) {
      rows.add(ComparedRow.of(rows.size(), row, types));
    }
    return rows;
  }

  private static int endOfTies(List<ComparedRow> rows, int start, List<Integer> keys) {
    int end = start + 1;
    while (end < rows.size() && rows.get(start).hasSame(keys, rows.get(end))) {
      end++;
    }
    return end;
  }

  private static Optional<String> ties(
      List<ComparedRow> expected, List<ComparedRow> actual, boolean isLast, Ordering ordering) {
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).hasSame(ordering.keys(), actual.get(i))) {
        return Optional.of(
            "%s has other sort keys than expected %s".formatted(actual.get(i), expected.get(i)));
      }
    }
    return isLast && ordering.isCut() ? Optional.empty() : RowBag.difference(expected, actual);
  }
}
