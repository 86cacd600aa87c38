package io.tarn.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// Where a schedule stands.
///
/// ```
/// ACTIVE ◀──▶ PAUSED
///   └──▶ ENDED            (a change makes it active again)
/// ```
public enum ScheduleState {
  /// It runs when it is due.
  ACTIVE("active"),
  /// It does not run until somebody lets it go on.
  PAUSED("paused"),
  /// It has no time any more.
  ENDED("ended");

  private final String wireName;

  ScheduleState(String wireName) {
    this.wireName = wireName;
  }

  /// The name in answers and the database: `paused`.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  static ScheduleState of(String wireName) {
    return Arrays.stream(values())
        .filter(known -> known.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
