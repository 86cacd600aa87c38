package io.tarn.scheduler.export.format;

import java.time.Instant;
import java.util.List;

/// What each file of an export says of the result as a whole.
///
/// @param executedAt when the statement was run
/// @param statement the text as it was submitted
public record ExportedResult(Instant executedAt, String statement, List<ExportColumn> columns) {
  public ExportedResult {
    columns = List.copyOf(columns);
  }
}
