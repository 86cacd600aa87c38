package io.tarn.scheduler.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// Where a run stands.
///
/// ```
/// SCHEDULED ──▶ RUNNING ──▶ DELIVERING ──▶ SUCCEEDED
///     │            ├──────────┬─────────▶ FAILED
///     │            ├──────────┼─────────▶ TIMED_OUT
///     ├────────────┴──────────┴─────────▶ CANCELLED
///     └─────────────────────────────────▶ SKIPPED
/// ```
public enum RunState {
  /// It waits for its time, or for the end of another run.
  SCHEDULED("scheduled"),
  /// It is being worked on.
  RUNNING("running"),
  /// Its execution has a result, which is being written to where it is wanted.
  DELIVERING("delivering"),
  /// Its execution has a result, and that is where it is wanted.
  SUCCEEDED("succeeded"),
  /// It has no result.
  FAILED("failed"),
  /// Somebody has ended it.
  CANCELLED("cancelled"),
  /// It was never begun.
  SKIPPED("skipped"),
  /// It took longer than it may.
  TIMED_OUT("timed_out");

  private final String wireName;

  RunState(String wireName) {
    this.wireName = wireName;
  }

  /// The name in answers and the database: `timed_out`.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  public boolean isEnd() {
    return this != SCHEDULED && this != RUNNING && this != DELIVERING;
  }

  static RunState of(String wireName) {
    return Arrays.stream(values())
        .filter(known -> known.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
