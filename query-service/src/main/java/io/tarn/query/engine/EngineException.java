package io.tarn.query.engine;

import io.tarn.sql.tree.RunTimeError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An engine could not answer. The cause is the engine's own failure, which may hold literals of
/// the statement and values of events: it is neither shown nor logged.
public final class EngineException extends RuntimeException {
  /// What kept the engine from answering.
  public enum Reason {
    DIVISION_BY_ZERO,
    NUMBER_OUT_OF_RANGE,
    INVALID_TIME,
    INVALID_CONVERSION,
    INVALID_ARGUMENT,
    UNSUPPORTED_FORMAT,
    INVALID_PATTERN,
    SUBQUERY_OF_MANY_ROWS,
    /// More memory or temporary space than allowed.
    RESOURCES_EXHAUSTED,
    /// Rows that were fetched together are larger than may be in memory.
    FETCH_TOO_LARGE,
    /// Stopped by its limit of time, or by [OpenStatement#cancel].
    STOPPED,
    /// The engine could not be had, whatever the statement.
    UNAVAILABLE,
    UNKNOWN
  }

  private final Reason reason;
  private final @Nullable RunTimeError error;

  EngineException(Reason reason, @Nullable RunTimeError error, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
    this.error = error;
  }

  public Reason reason() {
    return reason;
  }

  /// The error by its name in Trino, where a place in the statement can be told for it.
  public Optional<RunTimeError> error() {
    return Optional.ofNullable(error);
  }
}
