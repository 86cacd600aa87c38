package io.tarn.catalog.query;

import com.fasterxml.jackson.annotation.JsonValue;
import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of an operator's query that customers see, or are to see.
///
/// @param audience ids of the tenants that see it; null is all
/// @param decidedBy who approved, rejected or withdrew it
/// @param note what they said
public record Publication(
    UUID id,
    UUID query,
    int version,
    @Nullable List<String> audience,
    State state,
    Actor requestedBy,
    Instant requestedAt,
    @Nullable Actor decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String note) {

  /// Where it stands. One publication of a query at most is requested, and one approved.
  public enum State {
    REQUESTED,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    @JsonValue
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String wireName) {
      return Arrays.stream(values())
          .filter(state -> state.wireName().equals(wireName))
          .findFirst()
          .orElseThrow();
    }
  }
}
