package io.tarn.ingest.intake;

import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.Refusal;
import java.util.List;
import java.util.UUID;

/// What became of a file.
///
/// @param upload the upload that it belongs to
/// @param isDryRun whether nothing of it was sent or kept
/// @param received events that Kafka has acknowledged, or would have been sent
/// @param filtered events that the store's selectors leave out
/// @param setAside records that are no events, or none of this store
/// @param notKept how many of these are counted only, beyond the number of dead letters
/// @param digestFiles digest files of trails, which are no events
/// @param reasons the first of those, with place and reason
public record IntakeResult(
    UUID upload,
    boolean isDryRun,
    long received,
    long filtered,
    long setAside,
    long notKept,
    long digestFiles,
    List<Reason> reasons) {
  public IntakeResult {
    reasons = List.copyOf(reasons);
  }

  /// Why one record was set aside.
  public record Reason(SourceLocation position, Refusal refusal, String detail) {}
}
