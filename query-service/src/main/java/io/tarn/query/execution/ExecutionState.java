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
  QUEUED,
  RUNNING,
  FINISHED,
  FAILED,
  CANCELLED,
  TIMED_OUT;

  public boolean isEnd() {
    return this != QUEUED && this != RUNNING;
  }
}
