package io.tarn.catalog.grant;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tarn.service.gate.Permission;

/// What the scheduler does in the name of people who are not there.
public enum AbsentPurpose {
  /// Runs their schedules. query-service takes windows under this purpose only.
  @JsonProperty("schedule")
  SCHEDULE("schedule", Permission.SCHEDULE_WRITE),
  /// Reads the results that they export.
  @JsonProperty("export")
  EXPORT("export", Permission.EXPORT_WRITE);

  private final String wireName;
  private final String permission;

  AbsentPurpose(String wireName, String permission) {
    this.wireName = wireName;
    this.permission = permission;
  }

  /// The name in grants and requests: `export`.
  public String wireName() {
    return wireName;
  }

  /// What somebody must be allowed to.
  String permission() {
    return permission;
  }
}
