package io.tarn.query.execution;

import io.tarn.query.result.StoredResult;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.sql.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one run of a statement.
///
/// @param text the statement as the user wrote it, with parameters and values
/// @param role of the actor when it was submitted; null for executions of old releases
/// @param range the event times that the statement can touch
/// @param result what is kept of its rows; null before the end and after the time for which
///     results are kept
/// @param columns of its result; none in a listing
/// @param stores that the statement names
public record QueryExecution(
    ExecutionKey key,
    QueryText text,
    ExecutionState state,
    Actor actor,
    @Nullable Role role,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<ResultColumn> columns,
    List<StatedStore> stores,
    TimeRange range,
    long rows,
    @Nullable StoredResult result,
    RunStatistics statistics,
    @Nullable ExecutionFailure failure) {
  public QueryExecution {
    columns = List.copyOf(columns);
    stores = List.copyOf(stores);
  }

  /// The same, running since then.
  QueryExecution started(Instant now) {
    return new QueryExecution(
        key,
        text,
        ExecutionState.RUNNING,
        actor,
        role,
        submittedAt,
        now,
        null,
        columns,
        stores,
        range,
        rows,
        null,
        statistics,
        null);
  }

  /// The same at its end.
  QueryExecution ended(Instant now, ExecutionOutcome outcome, RunStatistics taken) {
    var stored = outcome instanceof ExecutionOutcome.Finished(var of) ? of : null;
    return new QueryExecution(
        key,
        text,
        outcome.state(),
        actor,
        role,
        submittedAt,
        startedAt,
        now,
        columns,
        stores,
        range,
        stored == null ? rows : stored.rows(),
        stored,
        taken,
        outcome instanceof ExecutionOutcome.Failed(_, var why) ? why : null);
  }

  public String statement() {
    return text.statement();
  }

  /// How long it waited for its turn; until now, if it still waits.
  public Duration queueTime(Instant now) {
    var end = startedAt != null ? startedAt : endedAt != null ? endedAt : now;
    return Duration.between(submittedAt, end);
  }

  /// From submission to the first row that the database gave; null without one.
  public @Nullable Duration timeToFirstRow() {
    var first = statistics.firstRowAt();
    return first == null ? null : Duration.between(submittedAt, first);
  }

  /// How long it ran; until now, if it still runs.
  public Duration runTime(Instant now) {
    if (startedAt == null) {
      return Duration.ZERO;
    }
    return Duration.between(startedAt, endedAt != null ? endedAt : now);
  }
}
