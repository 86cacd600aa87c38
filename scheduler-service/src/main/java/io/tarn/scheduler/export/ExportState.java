package io.tarn.scheduler.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// Where an export stands.
///
/// ```
/// QUEUED ──▶ RUNNING ──▶ DELIVERING ──▶ SUCCEEDED
///    │          │            ├────────▶ FAILED
///    └──────────┴────────────┴────────▶ CANCELLED
/// ```
public enum ExportState {
  /// Nobody has begun with it.
  QUEUED("queued"),
  /// Its statement is being run.
  RUNNING("running"),
  /// Its files are being written.
  DELIVERING("delivering"),
  /// All its files are there, the sign file last.
  SUCCEEDED("succeeded"),
  /// It has come to nothing.
  FAILED("failed"),
  /// Somebody has ended it.
  CANCELLED("cancelled");

  private final String wireName;

  ExportState(String wireName) {
    this.wireName = wireName;
  }

  /// The name in answers and the database: `delivering`.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  public boolean isEnd() {
    return switch (this) {
      case QUEUED, RUNNING, DELIVERING -> false;
      case SUCCEEDED, FAILED, CANCELLED -> true;
    };
  }

  static ExportState of(String wireName) {
    return Arrays.stream(values())
        .filter(known -> known.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
