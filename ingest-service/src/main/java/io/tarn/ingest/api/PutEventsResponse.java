package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tarn.ingest.intake.IntakeResult;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.RejectionReason;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Counts of a file that was read to its end.
///
/// @param upload the id of the upload that says what becomes of the events
/// @param received records that were received
/// @param filtered events that the store's selectors leave out
/// @param rejected records that were rejected: they are no events, or none of this store
/// @param deadLettersDropped how many of the rejected are counted only: the file, or the tenant,
///     has too many dead letters
/// @param digestFiles digest files of trails; they are stored and counted apart
/// @param otherContent what is known to hold no events, such as notices and signatures, by kind
/// @param alreadyStored in a dry run, events that the store holds with the same content
/// @param repeated in a dry run, events that its files held before, with the same content
/// @param conflicting in a dry run, events whose id and time are there with other content
/// @param reasons the first of the rejected, with position and reason
/// @param reasonsOmitted how many more were rejected
/// @param dryRun whether nothing was sent or stored
/// @param accounts in a dry run of one file, the accounts whose events it contains
public record PutEventsResponse(
    UUID upload,
    long received,
    long filtered,
    long rejected,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long deadLettersDropped,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long digestFiles,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable Map<String, Long> otherContent,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long alreadyStored,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long repeated,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long conflicting,
    List<ReasonResponse> reasons,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) long reasonsOmitted,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean dryRun,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AccountResponse> accounts) {
  public PutEventsResponse {
    otherContent = otherContent == null ? Map.of() : Map.copyOf(otherContent);
    reasons = List.copyOf(reasons);
    accounts = accounts == null ? null : List.copyOf(accounts);
  }

  static PutEventsResponse of(IntakeResult result) {
    return new PutEventsResponse(
        result.upload(),
        result.received(),
        result.filtered(),
        result.rejected(),
        result.deadLettersDropped(),
        result.digestFiles(),
        result.otherContent(),
        result.compared().alreadyStored(),
        result.compared().repeated(),
        result.compared().conflicting(),
        result.reasons().stream().map(ReasonResponse::of).toList(),
        result.rejected() - result.reasons().size(),
        result.isDryRun(),
        null);
  }

  PutEventsResponse with(List<AccountResponse> found) {
    return new PutEventsResponse(
        upload,
        received,
        filtered,
        rejected,
        deadLettersDropped,
        digestFiles,
        otherContent,
        alreadyStored,
        repeated,
        conflicting,
        reasons,
        reasonsOmitted,
        dryRun,
        found);
  }

  /// Why a record was rejected.
  ///
  /// @param position where the record stands
  /// @param reason why, as a stable word such as `no-event-id`
  /// @param detail what is wrong with it, for people
  public record ReasonResponse(
      PositionResponse position,
      @Schema(implementation = RejectionReason.class) String reason,
      String detail) {
    static ReasonResponse of(IntakeResult.Reason reason) {
      return new ReasonResponse(
          PositionResponse.of(reason.location()), reason.reason().value(), reason.detail());
    }
  }

  /// Where a record stands in the unpacked upload.
  ///
  /// @param inside the member of the archive that holds it; absent outside of archives
  /// @param record its number, from 1
  /// @param byteOffset where its first byte is, from 0
  /// @param line its line, from 1
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
