package io.tarn.query.execution;

import io.tarn.query.scan.ScanVolume;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a run took, as far as it came.
///
/// @param scanned null where nothing is counted, or the run did not begin
/// @param eventsMatched of which the rows of the result are made; null where rows are not repeated
/// @param firstRowAt when the database gave the first row; null without rows
public record RunStatistics(
    @Nullable ScanVolume scanned, @Nullable Long eventsMatched, @Nullable Instant firstRowAt) {
  static final RunStatistics NONE = new RunStatistics(null, null, null);

  RunStatistics scanned(@Nullable ScanVolume volume) {
    return new RunStatistics(volume, eventsMatched, firstRowAt);
  }

  RunStatistics firstRow(Instant time) {
    return new RunStatistics(scanned, eventsMatched, time);
  }

  RunStatistics matched(@Nullable Long events) {
    return new RunStatistics(scanned, events, firstRowAt);
  }
}
