package io.tarn.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// What happens when a run is due while another one of the same schedule has not ended.
public enum OverlapPolicy {
  /// It is skipped.
  SKIP("skip"),
  /// It waits for the other's end, and while one waits further ones are skipped.
  BUFFER_ONE("buffer_one"),
  /// It begins.
  ALLOW_ALL("allow_all");

  private final String wireName;

  OverlapPolicy(String wireName) {
    this.wireName = wireName;
  }

  /// The name in requests and the database: `buffer_one`.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  public static Optional<OverlapPolicy> of(String wireName) {
    return Arrays.stream(values()).filter(known -> known.wireName.equals(wireName)).findFirst();
  }

  /// Whether one more run may be made.
  ///
  /// @param live how many runs of the schedule have not ended
  public boolean admits(long live) {
    return switch (this) {
      case SKIP -> live == 0;
      case BUFFER_ONE -> live <= 1;
      case ALLOW_ALL -> true;
    };
  }
}
