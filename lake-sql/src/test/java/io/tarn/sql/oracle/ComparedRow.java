package io.tarn.sql.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row and where it stands in its answer.
///
/// @param values in the form in which they are compared
record ComparedRow(int index, List<@Nullable Object> values) {

  static ComparedRow of(int index, List<@Nullable Object> row, List<String> types) {
    var values = new ArrayList<@Nullable Object>();
    for (int i = 0; i < row.size(); i++) {
      values.add(ComparedValue.of(row.get(i), types.get(i)));
    }
    return new ComparedRow(index, values);
  }

  boolean hasSame(List<Integer> keys, ComparedRow other) {
    return keys.stream()
        .allMatch(key -> ComparedValue.isSame(values.get(key), other.values.get(key)));
  }

  boolean isSame(ComparedRow other) {
    return ComparedValue.isSame(values, other.values);
  }

  @Override
  public String toString() {
    return "row " + index + " " + values;
  }
}
