package io.tarn.query.execution;

import io.tarn.query.limit.QueryLimits;
import io.tarn.query.result.ResultWriter;
import io.tarn.query.result.RowWriter;
import io.tarn.query.scan.ScanVolumes;
import io.tarn.sql.Translation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Runs one translated statement on a connection and stores its rows as they come, so that neither
/// the result nor a large part of it is ever in memory.
final class StatementRun {
  /// How many rows are fetched at a time at most.
  static final int LARGEST_FETCH = 200;

  private static final long FETCHED_CHARACTERS = 1_000_000;

  private final RunningExecution execution;
  private final Translation statement;
  private final Clock clock;
  private final QueryLimits limits;
  private final RowWriter rows;
  private final ResultWriter results;
  private final int mostRows;
  private int fetch = 1;
  private long longestRow = 1;
  private long matched;

  /// @param mostRows how many rows may be fetched at a time, of however few characters
  StatementRun(
      RunningExecution execution,
      Translation statement,
      ResultWriter results,
      Clock clock,
      int mostRows) {
    this.execution = execution;
    this.statement = statement;
    this.clock = clock;
    this.limits = execution.limits();
    this.mostRows = mostRows;
    this.rows = new RowWriter(statement.columns());
    this.results = results;
  }

  ExecutionOutcome on(Connection connection) throws SQLException {
    execution.runsOn(connection);
    try {
      refuseIfStopped();
      var volume = ScanVolumes.of(connection, statement).orElse(null);
      execution.note(statistics -> statistics.scanned(volume));
      read(connection);
    } catch (SQLException failure) {
      throw DatabaseFailures.isOfTooLargeFetch(failure)
          ? new FetchTooLargeException(fetch, failure)
          : failure;
    } finally {
      execution.leaves();
    }
    var stored = results.finish();
    refuseIfTooLarge();
    execution.note(statistics -> statistics.matched(matched()));
    return new ExecutionOutcome.Finished(stored);
  }

  private void read(Connection connection) throws SQLException {
    try (var prepared = connection.prepareStatement(statement.sql())) {
      bind(prepared, statement);
      prepared.setFetchSize(fetch);
      refuseIfStopped();
      try (var result = prepared.executeQuery()) {
        store(result);
      }
    }
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
      fetch = nextFetch();
      result.setFetchSize(fetch);
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

  /// As many rows as fit well into memory, if all were as long as the longest so far; and not more
  /// than there have been, so that few are fetched before much is known of them.
  private int nextFetch() {
    var fitting = Math.min(FETCHED_CHARACTERS / longestRow, results.count());
    return Math.clamp(fitting, 1, mostRows);
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

  /// Rows that were fetched together are larger than may be in memory.
  static final class FetchTooLargeException extends SQLException {
    private final int rows;

    FetchTooLargeException(int rows, SQLException cause) {
      super(cause);
      this.rows = rows;
    }

    /// How many rows were asked for.
    int rows() {
      return rows;
    }
  }

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
