package io.tarn.scheduler.approval;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a version of an approval is to those that are known.
public enum Receipt {
  /// The first version of its approval.
  @JsonProperty("new")
  NEW,
  /// Newer than all.
  @JsonProperty("newer")
  NEWER,
  /// Known with the same content.
  @JsonProperty("unchanged")
  UNCHANGED,
  /// Not known, and older than the newest.
  @JsonProperty("older")
  OLDER,
  /// Known with other content.
  @JsonProperty("conflict")
  CONFLICT;

  /// Whether the version is to be kept.
  public boolean isKept() {
    return switch (this) {
      case NEW, NEWER, OLDER -> true;
      case UNCHANGED, CONFLICT -> false;
    };
  }
}
