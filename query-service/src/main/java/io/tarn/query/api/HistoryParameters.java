package io.tarn.query.api;

import io.tarn.query.execution.ExecutionState;
import io.tarn.query.execution.HistorySearch;
import io.tarn.service.paging.Cursor;
import io.tarn.service.problem.ProblemException;
import io.tarn.service.request.Storable;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What can be asked of the history by the parameters of a request.
public class HistoryParameters {
  /// A text that stands in the statement, in upper or lower case.
  @QueryParam("text")
  @Nullable String text;

  /// The name or the subject of who submitted it.
  @QueryParam("actor")
  @Nullable String actor;

  /// One or more states, separated by commas.
  @Parameter(
      style = ParameterStyle.FORM,
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = ExecutionState.class))
  @QueryParam("state")
  @Nullable String state;

  /// An event data store that the statement names: its id, name, ARN or `default`.
  @QueryParam("store")
  @Nullable String store;

  /// The first time of submission, such as `2026-05-01T00:00:00Z`.
  @QueryParam("from")
  @Nullable String from;

  /// The time before which it was submitted, such as `2026-05-01T00:00:00Z`.
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

  HistorySearch.@Nullable Key location() {
    var location = Cursor.decode(cursor, 2);
    if (location == null) {
      return null;
    }
    try {
      return new HistorySearch.Key(
          Instant.parse(location.value(0)), UUID.fromString(location.value(1)));
    } catch (DateTimeParseException | IllegalArgumentException unreadable) {
      throw ProblemException.invalid("cursor", "is not a cursor of this listing");
    }
  }
}
