package io.tarn.scheduler.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.proof.ResultStatement.Coverage;
import io.tarn.common.proof.ResultStatement.Outcome;
import io.tarn.common.proof.ResultStatement.Query;
import io.tarn.common.proof.ResultStatement.Requester;
import io.tarn.scheduler.export.format.ExportColumn;
import io.tarn.scheduler.export.format.ExportedResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An execution, as far as its export tells of it.
///
/// @param startedAt null where it is not known
public record ExportedExecution(
    UUID id,
    Instant submittedAt,
    @Nullable Instant startedAt,
    List<ExportColumn> columns,
    Requester requester,
    Query query,
    Coverage coverage,
    Outcome outcome) {
  public ExportedExecution {
    columns = List.copyOf(columns);
  }

  /// An array or object that is there, also where an answer leaves it out.
  public static JsonNode present(JsonNode value, JsonNode otherwise) {
    return value.isMissingNode() || value.isNull() ? otherwise : value;
  }

  ExportedResult result() {
    return new ExportedResult(
        startedAt == null ? submittedAt : startedAt, query.statement(), columns);
  }
}
