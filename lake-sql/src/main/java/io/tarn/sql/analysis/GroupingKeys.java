package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import java.util.List;

/// The keys of GROUP BY.
///
/// @param sets for each grouping set the indexes of its keys
record GroupingKeys(List<Expression> keys, List<List<Integer>> sets) {
  /// All rows are one group.
  static final GroupingKeys NONE = new GroupingKeys(List.of(), List.of(List.of()));

  GroupingKeys {
    keys = List.copyOf(keys);
    sets = sets.stream().map(List::copyOf).toList();
  }
}
