package io.tarn.query.execution;

import io.tarn.query.engine.EngineException;
import io.tarn.query.engine.EngineException.Reason;
import io.tarn.query.engine.OpenStatement;
import io.tarn.query.engine.Rows;
import io.tarn.query.execution.RunningExecution.Stop;
import io.tarn.query.limit.QueryLimits;
import io.tarn.query.result.ResultWriter;
import io.tarn.sql.Translation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Runs one translated statement and stores its rows as they come, so that neither
/// the result nor a large part of it is ever in memory.
final class StatementRun {
  /// How many rows are fetched at a time at most.
  static final int LARGEST_FETCH = 200;

  private static final long FETCHED_CHARACTERS = 1_000_000;

  private final RunningExecution execution;
  private final Translation statement;
  private final Clock clock;
  private final QueryLimits limits;
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
    this.results = results;
  }

  ExecutionOutcome of(OpenStatement open) {
    execution.runs(open);
    try {
      refuseIfStopped();
      var volume = open.volume().orElse(null);
      execution.note(statistics -> statistics.scanned(volume));
      refuseIfStopped();
      try (var rows = open.rows(fetch)) {
        store(rows);
      }
    } catch (EngineException failure) {
      throw failure.reason() == Reason.FETCH_TOO_LARGE
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

  private void store(Rows rows) {
    while (rows.next()) {
      if (results.count() == 0) {
        execution.note(statistics -> statistics.firstRow(clock.instant()));
      }
      refuseIfStopped();
      matched += rows.events();
      results.add(json -> measure(rows.write(json)));
      fetch = nextFetch();
      rows.fetch(fetch);
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

  private void refuseIfStopped() {
    var stop = execution.stop();
    if (stop != null) {
      throw new StoppedException(stop);
    }
  }

  private void refuseIfTooLarge() {
    if (results.count() > limits.resultRows()) {
      throw new ResultTooLargeException(ExecutionFailure.tooManyRows(limits.resultRows()));
    }
    if (results.storedBytes() > limits.resultBytes()) {
      throw new ResultTooLargeException(ExecutionFailure.tooManyBytes(limits.resultBytes()));
    }
  }

  /// Somebody asked for the end between two steps.
  static final class StoppedException extends RuntimeException {
    private final Stop reason;

    StoppedException(Stop reason) {
      this.reason = reason;
    }

    Stop reason() {
      return reason;
    }
  }

  /// Rows that were fetched together are larger than may be in memory.
  static final class FetchTooLargeException extends RuntimeException {
    private final int rows;

    FetchTooLargeException(int rows, EngineException cause) {
      super(cause);
      this.rows = rows;
    }

    /// How many rows were asked for.
    int rows() {
      return rows;
    }
  }

  /// More than is kept.
  static final class ResultTooLargeException extends RuntimeException {
    private final transient ExecutionFailure failure;

    ResultTooLargeException(ExecutionFailure failure) {
      this.failure = failure;
    }

    ExecutionFailure failure() {
      return failure;
    }
  }
}
