package io.tarn.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.query.execution.ExecutionState;
import io.tarn.query.execution.QueryExecution;
import io.tarn.query.execution.ResultColumn;
import io.tarn.query.execution.StatedStore;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.service.problem.Problem;
import io.tarn.sql.TimeRange;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
/// @param role their role when they submitted it; absent for executions of old releases
/// @param stores the event data stores that the statement names
/// @param eventTime the event times that the statement can touch; absent where they are not bounded
/// @param snapshotPosition the position in the stores up to which it saw all events; absent before
///     it has run
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
    @Nullable Role role,
    List<StatedStore> stores,
    @Nullable EventTime eventTime,
    @Nullable Long snapshotPosition,
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
        execution.role(),
        execution.stores(),
        EventTime.of(execution.range()),
        positionOf(execution),
        execution.submittedAt(),
        execution.startedAt(),
        execution.endedAt(),
        execution.columns(),
        Statistics.of(execution, now),
        QueryProblems.of(execution));
  }

  private static @Nullable Long positionOf(QueryExecution execution) {
    var scanned = execution.statistics().scanned();
    return scanned == null || scanned.position() == 0 ? null : scanned.position();
  }

  /// Event times, both ends included.
  ///
  /// @param from the first one; absent where there is no bound
  /// @param to the last one; absent where there is no bound
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EventTime(@Nullable Instant from, @Nullable Instant to) {
    static @Nullable EventTime of(TimeRange range) {
      return range.equals(TimeRange.ALL)
          ? null
          : new EventTime(
              range.from().map(EventTime::utc).orElse(null),
              range.to().map(EventTime::utc).orElse(null));
    }

    private static Instant utc(LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC);
    }
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
