package io.tarn.scheduler.approval.csv;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The line of a CSV file that names its columns.
final class CsvHeader {
  private final Map<CsvColumn, Integer> indexes;
  private final int size;

  private CsvHeader(Map<CsvColumn, Integer> indexes, int size) {
    this.indexes = indexes;
    this.size = size;
  }

  /// @throws CsvRefusedException where a column is missing, unknown or named twice
  static CsvHeader of(List<String> titles) {
    var indexes = new EnumMap<CsvColumn, Integer>(CsvColumn.class);
    for (int index = 0; index < titles.size(); index++) {
      var title = titles.get(index).strip();
      var column =
          CsvColumn.of(title).orElseThrow(() -> refused(title, "is no column of approvals"));
      if (indexes.put(column, index) != null) {
        throw refused(title, "is named twice");
      }
    }
    Arrays.stream(CsvColumn.values())
        .filter(column -> column.isRequired() && !indexes.containsKey(column))
        .findFirst()
        .ifPresent(
            column -> {
              throw refused(column.title(), "is missing");
            });
    return new CsvHeader(indexes, titles.size());
  }

  private static CsvRefusedException refused(String title, String reason) {
    return new CsvRefusedException(new CsvFault(1, title, reason));
  }

  /// How many values each line has.
  int size() {
    return size;
  }

  /// The value of a line in this column; empty where it has none.
  String value(CsvColumn column, List<String> values) {
    var index = indexes.get(column);
    return index == null ? "" : values.get(index).strip();
  }
}
