package io.tarn.query.api;

import io.tarn.common.paging.Cursor;
import io.tarn.common.problem.ProblemException;
import io.tarn.common.request.Storable;
import io.tarn.query.execution.ExecutionState;
import io.tarn.query.execution.HistorySearch;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What can be asked of the history by the parameters of a request.
public class HistoryParameters {
  /// Stands in the statement, in whatever case.
  @QueryParam("text")
  @Nullable String text;

  /// Name or subject of who submitted it.
  @QueryParam("actor")
  @Nullable String actor;

  /// States, separated by commas.
  @QueryParam("state")
  @Nullable String state;

  /// Id, name or ARN of a store that the statement names, or `default`.
  @QueryParam("store")
  @Nullable String store;

  /// The first moment of submission.
  @QueryParam("from")
  @Nullable String from;

  /// The moment before which it was submitted.
  @QueryParam("to")
  @Nullable String to;

  @QueryParam("cursor")
  @Nullable String cursor;

  Set<ExecutionState> states() {
    if (state == null) {
      return Set.of();
    }
    try {
      return Arrays.stream(state.split(","))
          .map(name -> ExecutionState.valueOf(name.strip()))
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException _) {
      throw ProblemException.invalid(
          "state",
          Arrays.stream(ExecutionState.values())
              .map(ExecutionState::name)
              .collect(
                  Collectors.joining(", ", "must be one or more of ", ", separated by commas")));
    }
  }

  @Nullable Instant from() {
    return Storable.instant("from", from);
  }

  @Nullable Instant to() {
    return Storable.instant("to", to);
  }

  HistorySearch.@Nullable Place place() {
    var place = Cursor.decode(cursor, 2);
    if (place == null) {
      return null;
    }
    try {
      return new HistorySearch.Place(
          Instant.parse(place.value(0)), UUID.fromString(place.value(1)));
    } catch (DateTimeParseException | IllegalArgumentException unreadable) {
      throw ProblemException.invalid("cursor", "is not a cursor of this listing");
    }
  }
}
