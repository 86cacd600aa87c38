package io.tarn.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.common.gate.Actor;
import io.tarn.common.problem.Problem;
import io.tarn.query.execution.ExecutionState;
import io.tarn.query.execution.QueryExecution;
import io.tarn.query.execution.ResultColumn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An execution as its callers see it. `problem` says why it did not finish.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueryResponse(
    UUID id,
    ExecutionState state,
    String statement,
    Actor actor,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<ResultColumn> columns,
    Statistics statistics,
    @Nullable Problem problem) {

  static QueryResponse of(QueryExecution execution, Instant now) {
    return new QueryResponse(
        execution.key().id(),
        execution.state(),
        execution.statement(),
        execution.actor(),
        execution.submittedAt(),
        execution.startedAt(),
        execution.endedAt(),
        execution.columns(),
        Statistics.of(execution, now),
        QueryProblems.of(execution));
  }

  /// What an execution took. `estimatedBytesScanned` is the size of the partitions that the plan
  /// reads: never less than what was scanned of them, and absent where it is not known.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Statistics(
      long rows, @Nullable Long estimatedBytesScanned, long queueTimeMillis, long runTimeMillis) {
    static Statistics of(QueryExecution execution, Instant now) {
      return new Statistics(
          execution.rows(),
          execution.touchedBytes(),
          execution.queueTime(now).toMillis(),
          execution.runTime(now).toMillis());
    }
  }
}
