package io.tarn.query.execution;

import io.tarn.query.limit.QueryLimits;
import io.tarn.sql.StatementException;
import java.time.Duration;
import java.util.List;

/// What a request about executions can be refused for.
public abstract sealed class QueryException extends RuntimeException {
  private QueryException(String message) {
    super(message);
  }

  /// No such execution in this tenant.
  public static final class NotFound extends QueryException {
    public NotFound() {
      super("no such execution");
    }
  }

  /// The tenant has as many executions queued or running as it may.
  public static final class TooManyQueries extends QueryException {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    TooManyQueries(QueryLimits limits) {
      super(
          "At most %d statements may run at a time, and %d more may wait."
              .formatted(limits.concurrentExecutions(), limits.queuedExecutions()));
    }

    /// After which another try is worth its while.
    public Duration retryAfter() {
      return PATIENCE;
    }
  }

  /// Results are asked for before, or without, a finished execution.
  public static final class NoResults extends QueryException {
    private final ExecutionState state;

    public NoResults(ExecutionState state) {
      super(
          state.isEnd()
              ? "The execution did not finish, so it has no results."
              : "The execution has not finished yet.");
      this.state = state;
    }

    public ExecutionState state() {
      return state;
    }
  }

  /// The results were kept for their time, and are no longer.
  public static final class ResultsExpired extends QueryException {
    public ResultsExpired() {
      super("The results of this execution are no longer kept. Run the statement again.");
    }
  }

  /// The statement is at fault, or uses what is not supported.
  public static final class InvalidStatement extends QueryException {
    private final transient List<StatementException> faults;

    InvalidStatement(List<StatementException> faults) {
      super(String.valueOf(faults.getFirst().getMessage()));
      this.faults = List.copyOf(faults);
    }

    /// Where, and which constructs; at least one, in the order of the text.
    public List<StatementException> faults() {
      return faults;
    }
  }

  /// The database refuses the statement, or does not judge it in time.
  public static final class Rejected extends QueryException {
    private final transient ExecutionFailure failure;

    Rejected(ExecutionFailure failure) {
      super(failure.detail());
      this.failure = failure;
    }

    public ExecutionFailure failure() {
      return failure;
    }
  }
}
