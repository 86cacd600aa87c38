package io.tarn.scheduler.ledger.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a reviewer said of a change.
///
/// @param approvalSystem the system of the approval that was attached; null for none
/// @param approvalId the approval that was attached; null for none
/// @param reviewer who said it; null where nobody has
/// @param reason why; null where nobody has
/// @param at when; null where nobody has
public record Review(
    State state,
    @Nullable String approvalSystem,
    @Nullable String approvalId,
    @Nullable String reviewer,
    @Nullable String reason,
    @Nullable Instant at) {
  public static final Review NONE = new Review(State.NONE, null, null, null, null, null);

  /// Where the review of a change stands.
  public enum State {
    NONE("none"),
    ACCEPTED("accepted"),
    VIOLATION("violation"),
    ATTACHED("attached");

    private final String wireName;

    State(String wireName) {
      this.wireName = wireName;
    }

    /// The name in answers, records and the database.
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
