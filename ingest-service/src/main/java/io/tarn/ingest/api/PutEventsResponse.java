package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tarn.ingest.intake.IntakeResult;
import io.tarn.ingest.intake.piece.SourceLocation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a file.
///
/// @param upload the upload that tells what becomes of the events
/// @param received events that were taken, or would be
/// @param filtered events that the store's selectors leave out
/// @param setAside records that are no events, or none of this store
/// @param notKept how many of these are counted only: the file, or the tenant, has too many dead
///     letters
/// @param digestFiles digest files of trails, kept and counted apart
/// @param reasons the first of these with place and reason
/// @param reasonsOmitted how many more there are
/// @param dryRun whether nothing was sent or kept
/// @param accounts in a dry run of one file, whose events it holds
public record PutEventsResponse(
    UUID upload,
    long received,
    long filtered,
    long setAside,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long notKept,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long digestFiles,
    List<ReasonResponse> reasons,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long reasonsOmitted,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean dryRun,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AccountResponse> accounts) {
  public PutEventsResponse {
    reasons = List.copyOf(reasons);
    accounts = accounts == null ? null : List.copyOf(accounts);
  }

  static PutEventsResponse of(IntakeResult result) {
    return new PutEventsResponse(
        result.upload(),
        result.received(),
        result.filtered(),
        result.setAside(),
        result.notKept(),
        result.digestFiles(),
        result.reasons().stream().map(ReasonResponse::of).toList(),
        result.setAside() - result.reasons().size(),
        result.isDryRun(),
        null);
  }

  PutEventsResponse with(List<AccountResponse> found) {
    return new PutEventsResponse(
        upload,
        received,
        filtered,
        setAside,
        notKept,
        digestFiles,
        reasons,
        reasonsOmitted,
        dryRun,
        found);
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
    static PositionResponse of(SourceLocation position) {
      return new PositionResponse(
          position.inside(), position.record(), position.byteOffset(), position.line());
    }
  }
}
