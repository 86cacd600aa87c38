package io.tarn.ingest.upload;

import java.util.Map;

/// What a file brought so far, as its intake knows it: totals, so that telling them twice changes
/// nothing.
///
/// @param bytes as they were sent
/// @param published events that Kafka has acknowledged
/// @param filtered events that the store's selectors leave out
/// @param reasons how many records intake set aside for each reason
public record FileProgress(long bytes, long published, long filtered, Map<String, Long> reasons) {
  public FileProgress {
    reasons = Map.copyOf(reasons);
  }
}
