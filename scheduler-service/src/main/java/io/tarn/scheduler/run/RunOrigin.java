package io.tarn.scheduler.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// What made a run.
public enum RunOrigin {
  /// The schedule was due.
  SCHEDULE("schedule"),
  /// Somebody asked for it.
  REQUEST("request"),
  /// Somebody asked for the runs of a range of time that is over.
  BACKFILL("backfill");

  private final String wireName;

  RunOrigin(String wireName) {
    this.wireName = wireName;
  }

  /// The name in answers and the database.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  static RunOrigin of(String wireName) {
    return Arrays.stream(values())
        .filter(known -> known.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
