package io.tarn.ingest.purge;

import io.tarn.ingest.retention.RemovedEvents;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events of one upload in one store.
record UploadedEvents(Store store, UUID upload) {

  /// An event's time and id.
  record Key(LocalDateTime time, String id) {}

  /// Another upload that contains the event too and was not purged. One that is no longer on
  /// record was not: what a purged upload contained again is deleted with it.
  private static final String OTHER =
      """
      select b.upload_id from ingest.duplicate_uploads b
      left join ingest.uploads u on u.tenant_id = b.tenant_id and u.id = b.upload_id
      where b.tenant_id = ? and b.store_id = ? and b.event_time = e.event_time
      and b.event_id = e.event_id and b.upload_id <> e.upload_id
      and coalesce(u.state, '') not in ('PURGING', 'PURGED')\
      """;

  PurgePreview.InStore preview(Connection connection) throws SQLException {
    return Sql.of(
            """
            select count(*) filter (where not exists (%1$s)) as alone, count(*) as events,
                   min(event_time) as first, max(event_time) as last
            from %2$s e where upload_id = ?"""
                .formatted(OTHER, store.table()))
        .with(store.tenant(), store.id(), upload)
        .one(
            connection,
            row ->
                new PurgePreview.InStore(
                    store.id(),
                    row.number("alone"),
                    row.number("events") - row.number("alone"),
                    row.utcOrNull("first"),
                    row.utcOrNull("last")));
  }

  /// Whether another upload has contained one of its events since, or events left the store.
  boolean hasChangedSince(Connection connection, PreviewSnapshot snapshot) throws SQLException {
    return Sql.of(
            """
            select exists (
                select 1 from ingest.duplicate_uploads b
                where b.tenant_id = ? and b.store_id = ? and b.transaction_id >= ?::text::xid8
                and not pg_visible_in_snapshot(b.transaction_id, ?::pg_snapshot)
                and exists (select 1 from %1$s e where e.event_time = b.event_time
                    and e.event_id = b.event_id and e.upload_id = ?))
            or exists (
                select 1 from ingest.removals r
                where r.store_id = ? and r.transaction_id >= ?::text::xid8
                and not pg_visible_in_snapshot(r.transaction_id, ?::pg_snapshot)) as has_changed"""
                .formatted(store.table()))
        .with(
            store.tenant(),
            store.id(),
            snapshot.oldest(),
            snapshot.snapshot(),
            upload,
            store.id(),
            snapshot.oldest(),
            snapshot.snapshot())
        .one(connection, row -> row.is("has_changed"));
  }

  /// The next of its events in their order. Takes no lock, and may take long.
  List<Key> after(Connection connection, @Nullable Key last, int limit) throws SQLException {
    var place = last == null ? new Key(LocalDateTime.of(1970, 1, 1, 0, 0), "") : last;
    return Sql.of(
            """
            select event_time, event_id from %s
            where upload_id = ? and event_time >= ? and (event_time, event_id) > (?, ?)
            order by event_time, event_id limit ?"""
                .formatted(store.table()))
        .with(upload, place.time(), place.time(), place.id(), limit)
        .list(connection, UploadedEvents::key);
  }

  /// Removes those of these events that only it contains, and reassigns the others to the upload
  /// that contains them too. Holds the store's writers off until the transaction ends, or one of
  /// them could be storing a duplicate of an event that is removed here.
  RemovedEvents remove(Connection connection, List<Key> keys) throws SQLException {
    Sql.of("select 1 from ingest.event_data_stores where tenant_id = ? and id = ? for update")
        .with(store.tenant(), store.id())
        .execute(connection);
    var times = connection.createArrayOf("timestamp", keys.stream().map(Key::time).toArray());
    var ids = connection.createArrayOf("text", keys.stream().map(Key::id).toArray());
    handOver(connection, times, ids);
    var removed = new RemovedEvents();
    Sql.of(
            """
            with gone as (
                delete from %s e using unnest(?, ?) as k (event_time, event_id)
                where e.event_time = k.event_time and e.event_id = k.event_id and e.upload_id = ?
                returning e.event_time, e.event_id, octet_length(e.event_json) as bytes)
            select event_time, event_id, bytes from gone order by event_time, event_id"""
                .formatted(store.table()))
        .with(times, ids, upload)
        .list(
            connection,
            row -> {
              removed.add(row.time("event_time"), row.text("event_id"), row.number("bytes"));
              return removed;
            });
    return removed;
  }

  private void handOver(Connection connection, Object times, Object ids) throws SQLException {
    Sql.of(
            """
            update %s e set upload_id = other.upload_id, upload_file = null
            from unnest(?, ?) as k (event_time, event_id)
            cross join lateral (
                select b.upload_id from ingest.duplicate_uploads b
                left join ingest.uploads u on u.tenant_id = b.tenant_id and u.id = b.upload_id
                where b.tenant_id = ? and b.store_id = ? and b.event_time = k.event_time
                and b.event_id = k.event_id and b.upload_id <> ?
                and coalesce(u.state, '') not in ('PURGING', 'PURGED')
                order by b.upload_id limit 1) other
            where e.event_time = k.event_time and e.event_id = k.event_id and e.upload_id = ?"""
                .formatted(store.table()))
        .with(times, ids, store.tenant(), store.id(), upload, upload)
        .execute(connection);
  }

  private static Key key(Row row) throws SQLException {
    return new Key(row.time("event_time"), row.text("event_id"));
  }
}
