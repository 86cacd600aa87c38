package io.tarn.ingest.upload;

import java.util.Map;

/// Totals of an upload or of one of its files.
///
/// @param bytes as they were sent
/// @param received events and other records; the sum of the others once all is written
/// @param deadLettersDropped rejected records beyond the limit of dead letters, which are counted
///     only
/// @param digestFiles counted apart: they are no events
/// @param reasons rejected records by reason
/// @param repeated the part of the duplicates of a dry run that repeats within its files
/// @param otherContent what is known to hold no events, by kind with counts; not in `received`
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
    Map<String, Long> reasons,
    long repeated,
    Map<String, Long> otherContent) {
  public Totals {
    reasons = Map.copyOf(reasons);
    otherContent = Map.copyOf(otherContent);
  }

  /// Events of a dry run that would be stored.
  public long admitted() {
    return received - duplicate - conflicting - filtered - rejected;
  }

  /// Whether the writers have counted all that was received.
  public boolean isWhole() {
    return received == stored + duplicate + conflicting + filtered + rejected;
  }
}
