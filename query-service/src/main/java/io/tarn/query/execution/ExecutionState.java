package io.tarn.query.execution;

/// Where an execution stands.
///
/// ```
/// QUEUED ──▶ RUNNING ──▶ FINISHED
///   │           ├──────▶ FAILED
///   │           ├──────▶ TIMED_OUT
///   └───────────┴──────▶ CANCELLED      (QUEUED ──▶ FAILED when the service is stopped)
/// ```
public enum ExecutionState {
  /// It waits for its turn.
  QUEUED,
  /// It runs.
  RUNNING,
  /// It has ended with a result.
  FINISHED,
  /// It has ended without a result.
  FAILED,
  /// A caller has ended it.
  CANCELLED,
  /// It ran longer than it may.
  TIMED_OUT;

  public boolean isEnd() {
    return this != QUEUED && this != RUNNING;
  }
}
