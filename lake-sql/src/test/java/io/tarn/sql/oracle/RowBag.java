package io.tarn.sql.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows whose order does not matter.
final class RowBag {
  private RowBag() {}

  /// The first row that one side has and the other has not.
  static Optional<String> difference(List<ComparedRow> expected, List<ComparedRow> actual) {
    Map<List<@Nullable Object>, List<ComparedRow>> given = new HashMap<>();
    for (var row : actual) {
      given.computeIfAbsent(row.values(), _ -> new ArrayList<>()).addLast(row);
    }
    var missing = new ArrayList<ComparedRow>();
    for (var row : expected) {
      var equal = given.getOrDefault(row.values(), new ArrayList<>());
      if (equal.isEmpty()) {
        missing.add(row);
      } else {
        equal.removeFirst();
      }
    }
    var surplus = new ArrayList<>(given.values().stream().flatMap(List::stream).toList());
    missing.removeIf(row -> takeSame(row, surplus));
    return describe(missing, surplus);
  }

  private static boolean takeSame(ComparedRow row, List<ComparedRow> surplus) {
    for (int i = 0; i < surplus.size(); i++) {
      if (row.isSame(surplus.get(i))) {
        surplus.remove(i);
        return true;
      }
    }
    return false;
  }

  private static Optional<String> describe(List<ComparedRow> missing, List<ComparedRow> surplus) {
    if (missing.isEmpty() && surplus.isEmpty()) {
      return Optional.empty();
    }
    var texts = new ArrayList<String>();
    missing.stream().findFirst().ifPresent(row -> texts.add("missing " + row));
    surplus.stream()
        .min((a, b) -> Integer.compare(a.index(), b.index()))
        .ifPresent(row -> texts.add("surplus " + row));
    return Optional.of(String.join(", ", texts));
  }
}
