package io.tarn.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.query.execution.ExecutionState;
import io.tarn.query.execution.QueryExecution;
import io.tarn.query.execution.ResultColumn;
import io.tarn.service.gate.Actor;
import io.tarn.service.problem.Problem;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An execution as its callers see it.
///
/// @param id the id of the execution
/// @param state where the execution stands
/// @param statement the text as it was submitted
/// @param parameters what `{{name}}` in the statement stands for
/// @param values values of the parameters by name, as they were given
/// @param query the kept query that was run; absent for a statement of the caller's own
/// @param actor who submitted it
/// @param submittedAt when it was submitted
/// @param startedAt when it began to run; absent before
/// @param endedAt when it ended; absent before
/// @param columns the columns of its result
/// @param statistics what it took so far
/// @param problem why it did not finish; absent where it did, or has not ended
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueryResponse(
    UUID id,
    ExecutionState state,
    String statement,
    List<ParameterDeclaration> parameters,
    Map<String, Object> values,
    @Nullable KeptVersion query,
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
        execution.text().parameters(),
        execution.text().shownValues(),
        KeptVersion.of(execution.text().keptAs()),
        execution.actor(),
        execution.submittedAt(),
        execution.startedAt(),
        execution.endedAt(),
        execution.columns(),
        Statistics.of(execution, now),
        QueryProblems.of(execution));
  }

  /// What an execution took. Scanned are all events of the stores on the days (in UTC) that the
  /// statement can touch, with the bytes of their original texts; matched are those that the
  /// rows of the result are made of.
  ///
  /// @param rows rows of the result so far
  /// @param resultBytes bytes of the stored result, compressed; absent before there is one
  /// @param eventsMatched events that the rows of the result are made of; absent where they are not
  ///     counted
  /// @param eventsScanned events that were scanned; absent where they are not counted
  /// @param bytesScanned bytes of the original texts of the events that were scanned; absent where
  ///     they are not counted
  /// @param queueTimeMillis how long it waited, in milliseconds
  /// @param runTimeMillis how long it ran, in milliseconds
  /// @param timeToFirstRowMillis how long it ran until its first row, in milliseconds; absent
  ///     before that row
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Statistics(
      long rows,
      @Nullable Long resultBytes,
      @Nullable Long eventsMatched,
      @Nullable Long eventsScanned,
      @Nullable Long bytesScanned,
      long queueTimeMillis,
      long runTimeMillis,
      @Nullable Long timeToFirstRowMillis) {
    static Statistics of(QueryExecution execution, Instant now) {
      var result = execution.result();
      var scanned = execution.statistics().scanned();
      var firstRow = execution.timeToFirstRow();
      return new Statistics(
          execution.rows(),
          result == null ? null : result.bytes(),
          execution.statistics().eventsMatched(),
          scanned == null ? null : scanned.events(),
          scanned == null ? null : scanned.bytes(),
          execution.queueTime(now).toMillis(),
          execution.runTime(now).toMillis(),
          firstRow == null ? null : firstRow.toMillis());
    }
  }
}
