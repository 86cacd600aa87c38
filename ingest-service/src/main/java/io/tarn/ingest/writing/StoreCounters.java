package io.tarn.ingest.writing;

import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import java.sql.Connection;
import java.sql.SQLException;

/// Counters of a store, updated in a batch's transaction.
final class StoreCounters {
  private StoreCounters() {}

  /// Counts of one store's events in a batch.
  record Outcome(long received, long stored, long conflicts, long bytes) {
    long duplicates() {
      return received - stored - conflicts;
    }
  }

  static void count(Connection connection, Store store, int kafkaPartition, Outcome outcome)
      throws SQLException {
    Sql.of(
            """
            insert into ingest.store_counters as c (tenant_id, store_id, kafka_partition,
                received, stored, duplicates, conflicts, bytes)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, store_id, kafka_partition) do update set
                received = c.received + excluded.received,
                stored = c.stored + excluded.stored,
                duplicates = c.duplicates + excluded.duplicates,
                conflicts = c.conflicts + excluded.conflicts,
                bytes = c.bytes + excluded.bytes,
                updated_at = now()""")
        .with(
            store.tenant(),
            store.id(),
            kafkaPartition,
            outcome.received(),
            outcome.stored(),
            outcome.duplicates(),
            outcome.conflicts(),
            outcome.bytes())
        .execute(connection);
  }
}
