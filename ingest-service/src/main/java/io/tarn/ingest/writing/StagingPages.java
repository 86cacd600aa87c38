package io.tarn.ingest.writing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Estimates how much of its pages each staging table has filled since it was truncated. A wrong
/// estimate costs time only. Thread-safe; a table is used by one writer at a time.
final class StagingPages {
  /// So much is read again by each batch until the table is truncated.
  private static final long FEW_BYTES = 2L * 1024 * 1024;

  private final Map<StagingTable, Long> filled = new ConcurrentHashMap<>();

  /// Whether the table has few pages, and will have with this batch; else it is to be truncated.
  boolean isSmall(StagingTable table, Batch batch) {
    long bytes = batch.events().stream().mapToLong(event -> event.tuple().length).sum();
    long before = filled.getOrDefault(table, FEW_BYTES);
    boolean isSmall = before + bytes <= FEW_BYTES;
    filled.put(table, isSmall ? before + bytes : bytes);
    return isSmall;
  }
}
