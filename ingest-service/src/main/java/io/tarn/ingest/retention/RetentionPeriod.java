package io.tarn.ingest.retention;

import io.tarn.ingest.storage.Store;
import java.time.LocalDate;

/// A store that keeps its events for so many whole days of event time (UTC).
record RetentionPeriod(Store store, int days) {
  /// The first day that is kept; what was before it goes.
  LocalDate firstKept(LocalDate today) {
    return today.minusDays(days);
  }
}
