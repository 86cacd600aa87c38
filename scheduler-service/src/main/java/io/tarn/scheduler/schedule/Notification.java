package io.tarn.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// Who is told of the ends of runs.
///
/// @param channel the notification channel
/// @param when of which ends
public record Notification(UUID channel, When when) {

  /// Of which ends of runs somebody is told.
  public enum When {
    /// Of each, but for runs that were skipped.
    ALWAYS("always"),
    /// The result has rows that the last one had not, or lacks some; the first one is a change.
    CHANGED("changed"),
    /// The result has rows.
    ROWS("rows"),
    /// The alert condition is fulfilled.
    FIRING("firing"),
    /// The run failed or took too long, or its schedule has paused by it.
    FAILED("failed"),
    /// The alert condition is fulfilled no more, or the run is the first success after failures.
    RECOVERED("recovered");

    private final String wireName;

    When(String wireName) {
      this.wireName = wireName;
    }

    /// The name in requests, answers and the database.
    @JsonValue
    public String wireName() {
      return wireName;
    }

    public static Optional<When> of(String wireName) {
      return Arrays.stream(values()).filter(known -> known.wireName.equals(wireName)).findFirst();
    }
  }
}
