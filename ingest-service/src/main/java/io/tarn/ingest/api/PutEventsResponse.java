package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tarn.ingest.intake.IntakeResult;
import io.tarn.ingest.intake.piece.Position;
import java.util.List;
import java.util.UUID;

/// What became of a file.
///
/// @param upload the upload that tells what becomes of the events
/// @param received events that were taken
/// @param filtered events that the store's selectors leave out
/// @param setAside records that are no events, or none of this store
/// @param reasons the first of these with place and reason
/// @param reasonsOmitted how many more there are
public record PutEventsResponse(
    UUID upload,
    long received,
    long filtered,
    long setAside,
    List<ReasonResponse> reasons,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long reasonsOmitted) {
  public PutEventsResponse {
    reasons = List.copyOf(reasons);
  }

  static PutEventsResponse of(IntakeResult result) {
    return new PutEventsResponse(
        result.upload(),
        result.received(),
        result.filtered(),
        result.setAside(),
        result.reasons().stream().map(ReasonResponse::of).toList(),
        result.setAside() - result.reasons().size());
  }

  /// Why a record was set aside.
  ///
  /// @param reason a stable word, such as `no-event-id`
  public record ReasonResponse(PositionResponse position, String reason, String detail) {
    static ReasonResponse of(IntakeResult.Reason reason) {
      return new ReasonResponse(
          PositionResponse.of(reason.position()), reason.refusal().value(), reason.detail());
    }
  }

  /// Where a record stands in the unpacked upload: its number and line from 1, its byte from 0.
  ///
  /// @param inside the member of an archive that holds it
  public record PositionResponse(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String inside,
      long record,
      @JsonProperty("byte") long byteOffset,
      long line) {
    static PositionResponse of(Position position) {
      return new PositionResponse(
          position.inside(), position.record(), position.byteOffset(), position.line());
    }
  }
}
