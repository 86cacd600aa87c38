package io.tarn.ingest.intake;

import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.RejectionReason;
import io.tarn.ingest.upload.DryRunCounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Counts of a file that was read to its end.
///
/// @param upload the upload that it belongs to
/// @param isDryRun dry run: parsed and counted, nothing published
/// @param received events that Kafka has acknowledged, or would have been sent
/// @param filtered events that the store's selectors leave out
/// @param rejected records that are no events, or no events of this store
/// @param deadLettersDropped rejected records beyond the limit of dead letters, which are counted
///     only
/// @param digestFiles digest files of trails, which are no events
/// @param otherContent what is known to hold no events, by kind with counts
/// @param compared how the events of a dry run compare
/// @param reasons the first rejected records, with location and reason
public record IntakeResult(
    UUID upload,
    boolean isDryRun,
    long received,
    long filtered,
    long rejected,
    long deadLettersDropped,
    long digestFiles,
    Map<String, Long> otherContent,
    DryRunCounts compared,
    List<Reason> reasons) {
  public IntakeResult {
    otherContent = Map.copyOf(otherContent);
    reasons = List.copyOf(reasons);
  }

  /// Why one record was rejected.
  public record Reason(SourceLocation location, RejectionReason reason, String detail) {}
}
