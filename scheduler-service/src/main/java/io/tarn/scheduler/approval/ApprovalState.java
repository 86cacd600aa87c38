package io.tarn.scheduler.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/// Where an approval stands in the system that it comes from.
public enum ApprovalState {
  @JsonProperty("requested")
  REQUESTED("requested"),
  @JsonProperty("approved")
  APPROVED("approved"),
  @JsonProperty("rejected")
  REJECTED("rejected"),
  @JsonProperty("cancelled")
  CANCELLED("cancelled"),
  /// The work is done. It was approved before, or is approved by this.
  @JsonProperty("closed")
  CLOSED("closed");

  private final String wireName;

  ApprovalState(String wireName) {
    this.wireName = wireName;
  }

  /// The name in requests, answers and the database: `approved`.
  public String wireName() {
    return wireName;
  }

  /// The state of this name in requests, answers and the database.
  public static Optional<ApprovalState> of(String wireName) {
    return Arrays.stream(values()).filter(state -> state.wireName.equals(wireName)).findFirst();
  }

  /// Whether changes may be made under it.
  public boolean allows() {
    return this == APPROVED || this == CLOSED;
  }
}
