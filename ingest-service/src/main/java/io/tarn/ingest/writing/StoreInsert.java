package io.tarn.ingest.writing;

import static java.util.stream.Collectors.joining;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// Brings one store's events from the staging table into its own: the first of each id and time is
/// kept, other content under them goes to the conflict ledger, the rest are duplicates.
record StoreInsert(StagingTable staging, Store store) {
  private static final String POSITION = "pg_current_xact_id()::text::bigint";

  /// The new events by day. Rows are inserted in the order of the unique index, which keeps its
  /// pages warm and writers from waiting for each other in a circle.
  Map<LocalDate, Long> insert(Connection connection) throws SQLException {
    var columns = EventSchema.of(store.category()).stored().columns();
    var names = columns.stream().map(StoredColumn::name).collect(joining(", "));
    var values = columns.stream().map(StoreInsert::value).collect(joining(", "));
    var statement =
        """
        with stored as (
            insert into %s (%s)
            select %s from %s where store_id = ?
            order by event_time, event_id, kafka_offset
            on conflict (event_time, event_id) do nothing
            returning event_time::date as day
        )
        select day, count(*) from stored group by day"""
            .formatted(store.table(), names, values, staging.name());
    var byDay = new TreeMap<LocalDate, Long>();
    Sql.query(
        connection,
        statement,
        row -> byDay.put(row.getObject(1, LocalDate.class), row.getLong(2)),
        store.id());
    return byDay;
  }

  /// How many events were new to the conflict ledger. The look-up is one probe of the index for
  /// each staged row, whatever the planner thinks of an empty table's size.
  int recordConflicts(Connection connection) throws SQLException {
    return Sql.execute(
        connection,
        """
        insert into ingest.conflicts
            (tenant_id, store_id, event_time, event_id, digest, original, received_time)
        select s.tenant_id, s.store_id, s.event_time, s.event_id, s.digest,
               convert_to(s.event_json, 'UTF8'), s.received_time
        from %s s
        cross join lateral (
            select e.digest from %s e
            where e.event_time = s.event_time and e.event_id = s.event_id limit 1) kept
        where s.store_id = ? and s.digest <> kept.digest
        order by s.kafka_offset
        on conflict do nothing"""
            .formatted(staging.name(), store.table()),
        store.id());
  }

  private static String value(StoredColumn column) {
    return column.name().equals(StoredColumns.INGEST_POSITION) ? POSITION : column.name();
  }
}
