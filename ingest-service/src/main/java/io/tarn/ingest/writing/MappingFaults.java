package io.tarn.ingest.writing;

import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Counts, for each field of a store, the stored events whose value did not fit the column.
///
/// An event that comes again is not counted again: only rows that this transaction wrote count, and
/// of the copies within a batch the first, which is the stored one.
record MappingFaults(StagingTable staging, Store store) {
  /// To be called after the events went into the store. Batches without a fault cost nothing.
  void count(Connection connection, List<Batch.StagedEvent> events) throws SQLException {
    var offsets = new ArrayList<Long>();
    var fields = new ArrayList<String>();
    for (var event : events) {
      for (var field : event.faults()) {
        offsets.add(event.offset());
        fields.add(field);
      }
    }
    if (!fields.isEmpty()) {
      count(connection, offsets.toArray(), fields.toArray());
    }
  }

  private void count(Connection connection, Object[] offsets, Object[] fields) throws SQLException {
    Sql.of(
            """
            insert into ingest.mapping_faults as f
                (tenant_id, store_id, kafka_partition, field, events)
            select s.tenant_id, s.store_id, ?, fault.field, count(*)
            from unnest(?, ?) as fault (kafka_offset, field)
            join %1$s s on s.kafka_offset = fault.kafka_offset
            cross join lateral (
                select e.ingest_position from %2$s e
                where e.event_time = s.event_time and e.event_id = s.event_id limit 1) stored
            where stored.ingest_position = pg_current_xact_id()::text::bigint
                and s.kafka_offset = (
                    select min(copy.kafka_offset) from %1$s copy
                    where copy.store_id = s.store_id and copy.event_time = s.event_time
                        and copy.event_id = s.event_id)
            group by s.tenant_id, s.store_id, fault.field
            order by fault.field
            on conflict (tenant_id, store_id, field, kafka_partition) do update set
                events = f.events + excluded.events, last_at = now()"""
                .formatted(staging.name(), store.table()))
        .with(
            staging.kafkaPartition(),
            connection.createArrayOf("bigint", offsets),
            connection.createArrayOf("text", fields))
        .execute(connection);
  }
}
