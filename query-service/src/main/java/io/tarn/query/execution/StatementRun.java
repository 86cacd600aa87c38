package io.tarn.query.execution;

import io.tarn.query.limit.QueryLimits;
import io.tarn.query.result.ResultWriter;
import io.tarn.query.result.RowWriter;
import io.tarn.query.scan.ScanVolumes;
import io.tarn.query.sql.Translation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Runs one translated statement on a connection and stores its rows as they come, so that neither
/// the result nor a large part of it is ever in memory.
final class StatementRun {
  private static final int FIRST_FETCH = 20;
  private static final int LARGEST_FETCH = 1000;
  private static final long FETCHED_CHARACTERS = 2_000_000;

  private final RunningExecution execution;
  private final Translation statement;
  private final Clock clock;
  private final QueryLimits limits;
  private final RowWriter rows;
  private final ResultWriter results;
  private long longestRow = 1;
  private long matched;

  StatementRun(
      RunningExecution execution,
      Translation statement,
      ResultWriter results,
      Clock clock,
      QueryLimits limits) {
    this.execution = execution;
    this.statement = statement;
    this.clock = clock;
    this.limits = limits;
    this.rows = new RowWriter(statement.columns());
    this.results = results;
  }

  ExecutionOutcome on(Connection connection) throws SQLException {
    var volume = ScanVolumes.of(connection, statement, execution::runs).orElse(null);
    execution.note(statistics -> statistics.scanned(volume));
    try (var prepared = connection.prepareStatement(statement.sql())) {
      bind(prepared, statement);
      prepared.setFetchSize(FIRST_FETCH);
      execution.runs(prepared);
      refuseIfStopped();
      try (var result = prepared.executeQuery()) {
        store(result);
      }
    }
    var stored = results.finish();
    refuseIfTooLarge();
    execution.note(statistics -> statistics.matched(matched()));
    return new ExecutionOutcome.Finished(stored);
  }

  static void bind(PreparedStatement prepared, Translation statement) throws SQLException {
    int position = 1;
    for (var parameter : statement.parameters()) {
      prepared.setObject(position++, parameter);
    }
  }

  private void store(ResultSet result) throws SQLException {
    while (result.next()) {
      if (results.count() == 0) {
        execution.note(statistics -> statistics.firstRow(clock.instant()));
      }
      refuseIfStopped();
      matched +=
          statement.matched().isPresent() ? result.getLong(statement.matched().getAsInt()) : 1;
      results.add(json -> measure(rows.write(result, json)));
      result.setFetchSize(nextFetch());
      refuseIfTooLarge();
    }
  }

  private @Nullable Long matched() {
    return statement.matched().isPresent() || statement.isOfEvents() ? matched : null;
  }

  private long measure(long characters) {
    longestRow = Math.max(longestRow, characters);
    return characters;
  }

  /// As many rows as fit well into memory, if all were as long as the longest so far.
  private int nextFetch() {
    return Math.clamp(FETCHED_CHARACTERS / longestRow, 1, LARGEST_FETCH);
  }

  private void refuseIfStopped() throws StoppedException {
    if (execution.stop() != null) {
      throw new StoppedException();
    }
  }

  private void refuseIfTooLarge() throws ResultTooLargeException {
    if (results.count() > limits.resultRows()) {
      throw new ResultTooLargeException(ExecutionFailure.tooManyRows(limits.resultRows()));
    }
    if (results.storedBytes() > limits.resultBytes()) {
      throw new ResultTooLargeException(ExecutionFailure.tooManyBytes(limits.resultBytes()));
    }
  }

  /// Somebody asked for the end between two steps.
  static final class StoppedException extends SQLException {}

  /// More than is kept.
  static final class ResultTooLargeException extends SQLException {
    private final transient ExecutionFailure failure;

    ResultTooLargeException(ExecutionFailure failure) {
      this.failure = failure;
    }

    ExecutionFailure failure() {
      return failure;
    }
  }
}
