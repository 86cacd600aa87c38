package io.tarn.query.execution;

import io.tarn.common.gate.Actor;
import io.tarn.query.result.StoredResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one run of a statement.
///
/// @param statement the text as the user wrote it
/// @param result what is kept of its rows; null before the end and after the time for which
///     results are kept
/// @param touchedBytes size of the partitions that its plan reads, indexes apart: an estimate of
///     what was scanned, from above; null where it is not known
public record QueryExecution(
    ExecutionKey key,
    String statement,
    ExecutionState state,
    Actor actor,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<ResultColumn> columns,
    long rows,
    @Nullable StoredResult result,
    @Nullable Long touchedBytes,
    @Nullable ExecutionFailure failure) {
  public QueryExecution {
    columns = List.copyOf(columns);
  }

  /// How long it waited for its turn; until now, if it still waits.
  public Duration queueTime(Instant now) {
    var end = startedAt != null ? startedAt : endedAt != null ? endedAt : now;
    return Duration.between(submittedAt, end);
  }

  /// How long it ran; until now, if it still runs.
  public Duration runTime(Instant now) {
    if (startedAt == null) {
      return Duration.ZERO;
    }
    return Duration.between(startedAt, endedAt != null ? endedAt : now);
  }
}
