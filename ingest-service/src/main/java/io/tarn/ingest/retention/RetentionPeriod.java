package io.tarn.ingest.retention;

import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StoreRules;
import java.time.LocalDate;

/// A store that keeps its events for so many whole days of event time (UTC).
record RetentionPeriod(Store store, int days) {
  LocalDate firstKept(LocalDate today) {
    return StoreRules.firstKept(days, today);
  }
}
