package io.tarn.sql.oracle;

import java.util.Arrays;
import java.util.List;

/// How much of the order of rows a statement fixes.
///
/// @param keys the columns of the answer that it sorts by, counted from 0
/// @param isCut whether a LIMIT may have cut through rows with equal keys, any of which may then be
///     the last ones
public record Ordering(List<Integer> keys, boolean isCut) {
  public Ordering {
    keys = List.copyOf(keys);
  }

  /// Rows in any order.
  public static Ordering free() {
    return new Ordering(List.of(), false);
  }

  /// Rows sorted by these columns; those with equal keys are in any order.
  public static Ordering by(int... keys) {
    return new Ordering(Arrays.stream(keys).boxed().toList(), false);
  }

  /// The same order, cut by a LIMIT.
  public Ordering cut() {
    return new Ordering(keys, true);
  }
}
