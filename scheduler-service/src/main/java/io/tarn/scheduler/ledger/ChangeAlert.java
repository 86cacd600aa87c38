package io.tarn.scheduler.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;

/// What channels are told of changes that belong together.
///
/// @param change the one that stands for all: the first that is open, or the first at all
/// @param changes how many belong together by now
/// @param openChanges how many of them wait for a reviewer or are a violation
/// @param firstEventTime when the earliest of them was made
/// @param lastEventTime when the latest of them was made
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangeAlert(
    State state,
    ChangeVerdictRecord change,
    long changes,
    long openChanges,
    Instant firstEventTime,
    Instant lastEventTime) {

  /// How a group of changes stands.
  public enum State {
    /// At least one has no approval.
    UNAPPROVED("unapproved"),
    /// At least one is covered by an approval for emergencies, and none is unapproved.
    EMERGENCY("emergency"),
    /// Those that were told of are approved or reviewed by now.
    RESOLVED("resolved");

    private final String wireName;

    State(String wireName) {
      this.wireName = wireName;
    }

    /// The name in notifications and the database.
    @JsonValue
    public String wireName() {
      return wireName;
    }

    /// @throws java.util.NoSuchElementException if there is no such state
    public static State of(String wireName) {
      return Arrays.stream(values())
          .filter(known -> known.wireName.equals(wireName))
          .findFirst()
          .orElseThrow();
    }
  }
}
