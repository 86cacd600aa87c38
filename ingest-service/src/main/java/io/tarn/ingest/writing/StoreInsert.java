package io.tarn.ingest.writing;

import static java.util.stream.Collectors.joining;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StoreDays;
import io.tarn.ingest.upload.FileId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves one store's events from the staging table into its own: the first of each id and time is
/// stored, other content under them becomes a conflict, the rest are duplicates.
record StoreInsert(StagingTable staging, Store store) {
  /// Events that were new, of one day and one file.
  record Stored(LocalDate day, Optional<FileId> file, long events, long bytes) {
    StoreDays.Count count() {
      return new StoreDays.Count(events, bytes);
    }
  }

  private static final String POSITION = "pg_current_xact_id()::text::bigint";

  /// Lets writers write side by side, and keeps out who removes events from the store.
  void lock(Connection connection) throws SQLException {
    Sql.of("select 1 from ingest.event_data_stores where tenant_id = ? and id = ? for key share")
        .with(store.tenant(), store.id())
        .execute(connection);
  }

  /// The new events by day and file. Rows are inserted in the order of the unique index, which
  /// keeps its pages warm and writers from waiting for each other in a circle.
  List<Stored> insert(Connection connection) throws SQLException {
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
            returning event_time::date as day, upload_id, upload_file,
                octet_length(event_json) as bytes
        )
        select day, upload_id, upload_file, count(*) as events, sum(bytes) as bytes from stored
        group by day, upload_id, upload_file\
        """
            .formatted(store.table(), names, values, staging.name());
    return Sql.of(statement)
        .with(store.id())
        .list(
            connection,
            row ->
                new Stored(row.day("day"), file(row), row.number("events"), row.number("bytes")));
  }

  /// How many events of each file were new to the conflict ledger. The look-up is one probe of the
  /// index for each staged row, whatever the planner thinks of an empty table's size.
  Map<Optional<FileId>, Long> recordConflicts(Connection connection) throws SQLException {
    return Sql.of(
            """
            with conflicting as (
                insert into ingest.conflicts (tenant_id, store_id, event_time, event_id, digest,
                    original, received_time, upload_id, upload_file)
                select s.tenant_id, s.store_id, s.event_time, s.event_id, s.digest,
                       convert_to(s.event_json, 'UTF8'), s.received_time, s.upload_id, s.upload_file
                from %s s
                cross join lateral (
                    select e.digest from %s e
                    where e.event_time = s.event_time and e.event_id = s.event_id limit 1) stored
                where s.store_id = ? and s.digest <> stored.digest
                order by s.kafka_offset
                on conflict do nothing
                returning upload_id, upload_file
            )
            select upload_id, upload_file, count(*) as events from conflicting
            group by upload_id, upload_file"""
                .formatted(staging.name(), store.table()))
        .with(store.id())
        .map(connection, this::file, row -> row.number("events"));
  }

  /// Records for duplicate events which other uploads contain them.
  void recordDuplicateUploads(Connection connection) throws SQLException {
    Sql.of(
            """
            insert into ingest.duplicate_uploads
                (tenant_id, store_id, event_time, event_id, upload_id)
            select distinct s.tenant_id, s.store_id, s.event_time, s.event_id, s.upload_id
            from %s s
            cross join lateral (
                select e.digest, e.upload_id from %s e
                where e.event_time = s.event_time and e.event_id = s.event_id limit 1) stored
            where s.store_id = ? and s.digest = stored.digest and s.upload_id is not null
            and s.upload_id is distinct from stored.upload_id
            order by s.event_time, s.event_id, s.upload_id
            on conflict do nothing"""
                .formatted(staging.name(), store.table()))
        .with(store.id())
        .execute(connection);
  }

  private Optional<FileId> file(Row row) throws SQLException {
    var upload = row.uuidOrNull("upload_id");
    return upload == null
        ? Optional.empty()
        : Optional.of(new FileId(store.tenant(), upload, row.integer("upload_file")));
  }

  private static String value(StoredColumn column) {
    return column.name().equals(StoredColumns.INGEST_POSITION) ? POSITION : column.name();
  }
}
