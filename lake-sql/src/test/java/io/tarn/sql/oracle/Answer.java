package io.tarn.sql.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a statement.
public sealed interface Answer {

  /// Rows of plain values: String, Long, Double, BigDecimal, Boolean and `byte[]`; times as Trino's
  /// text, maps as Map, arrays and rows as List, everything else as text.
  record Rows(List<Column> columns, List<List<@Nullable Object>> rows) implements Answer {
    public Rows {
      columns = List.copyOf(columns);
      rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
    }
  }

  /// @param name in the case that the statement gives it
  /// @param type as Trino writes it (`timestamp(3)`)
  record Column(String name, String type) {}

  /// No rows.
  ///
  /// @param error Trino's name for it, such as `DIVISION_BY_ZERO`
  /// @param line of the statement, from 1; 0 where the refusal tells none, as for the column
  record Refusal(String error, String message, int line, int column) implements Answer {}
}
