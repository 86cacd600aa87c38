package io.tarn.ingest.intake;

import io.tarn.ingest.intake.piece.Position;
import io.tarn.ingest.record.RejectionReason;
import java.util.List;
import java.util.UUID;

/// What became of a file.
///
/// @param upload the upload that it belongs to
/// @param isDryRun whether nothing of it was sent or kept
/// @param received events that Kafka has acknowledged, or would have been sent
/// @param filtered events that the store's selectors leave out
/// @param rejected records that are no events, or none of this store
/// @param deadLettersDropped how many of these are counted only, beyond the number of dead letters
/// @param digestFiles digest files of trails, which are no events
/// @param reasons the first of those, with place and reason
public record IntakeResult(
    UUID upload,
    boolean isDryRun,
    long received,
    long filtered,
    long rejected,
    long deadLettersDropped,
    long digestFiles,
    List<Reason> reasons) {
  public IntakeResult {
    reasons = List.copyOf(reasons);
  }

  /// Why one record was rejected.
  public record Reason(Position position, RejectionReason reason, String detail) {}
}
