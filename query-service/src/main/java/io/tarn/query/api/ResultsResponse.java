package io.tarn.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.query.execution.ResultColumn;
import io.tarn.query.result.ResultReader;
import io.tarn.service.result.LakeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of a result.
///
/// @param columns the columns, in the order of the values in a row
/// @param rows the rows: each a list of typed values, or of objects with one key and a text
/// @param nextCursor where the next page begins; absent on the last page
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultsResponse(
    List<ResultColumn> columns, List<?> rows, @Nullable String nextCursor) {
  public ResultsResponse {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  static ResultsResponse typed(List<ResultColumn> columns, ResultReader.Rows rows) {
    return new ResultsResponse(columns, rows.rows(), rows.nextCursor());
  }

  static ResultsResponse lake(List<ResultColumn> columns, ResultReader.Rows rows) {
    var texts = rows.rows().stream().map(row -> lakeRow(columns, row)).toList();
    return new ResultsResponse(columns, texts, rows.nextCursor());
  }

  /// What the names of all columns take in each row of Lake's form: six bytes a character at most.
  static long bytesOfNames(List<ResultColumn> columns) {
    return columns.stream().mapToLong(column -> 6L * column.name().length() + 8).sum();
  }

  private static List<Map<String, String>> lakeRow(List<ResultColumn> columns, JsonNode row) {
    var cells = new ArrayList<Map<String, String>>(columns.size());
    for (int at = 0; at < columns.size(); at++) {
      var column = columns.get(at);
      cells.add(Map.of(column.name(), LakeText.ofCell(row.path(at), column.type())));
    }
    return cells;
  }
}
