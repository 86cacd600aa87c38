package io.tarn.ingest.upload;

import java.util.Map;

/// What became of what was received.
///
/// @param bytes as they were sent
/// @param received events and other records; the sum of the others once all is written
/// @param notKept how many of those set aside are counted only and no dead letters
/// @param digestFiles counted apart: they are no events
/// @param reasons how many were set aside for each reason
public record Sums(
    long bytes,
    long received,
    long stored,
    long duplicate,
    long conflicting,
    long filtered,
    long setAside,
    long notKept,
    long digestFiles,
    Map<String, Long> reasons) {
  public Sums {
    reasons = Map.copyOf(reasons);
  }

  /// What came through to be stored, or would in a dry run.
  public long admitted() {
    return received - filtered - setAside;
  }

  /// Whether the writers have counted all that was received.
  public boolean isWhole() {
    return received == stored + duplicate + conflicting + filtered + setAside;
  }
}
