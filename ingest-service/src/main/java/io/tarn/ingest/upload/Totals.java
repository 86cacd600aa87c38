package io.tarn.ingest.upload;

import java.util.Map;

/// What became of what was received.
///
/// @param bytes as they were sent
/// @param received events and other records; the sum of the others once all is written
/// @param deadLettersDropped how many of those rejected are counted only and no dead letters
/// @param digestFiles counted apart: they are no events
/// @param reasons how many were rejected for each reason
public record Totals(
    long bytes,
    long received,
    long stored,
    long duplicate,
    long conflicting,
    long filtered,
    long rejected,
    long deadLettersDropped,
    long digestFiles,
    Map<String, Long> reasons) {
  public Totals {
    reasons = Map.copyOf(reasons);
  }

  /// What came through to be stored, or would in a dry run.
  public long admitted() {
    return received - filtered - rejected;
  }

  /// Whether the writers have counted all that was received.
  public boolean isWhole() {
    return received == stored + duplicate + conflicting + filtered + rejected;
  }
}
