package io.tarn.ingest.upload;

import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/// Compares the events of dry runs with what is stored and with each other, as a writer would.
/// Within a transaction of the caller.
@ApplicationScoped
class DryRunEvents {
  /// @param events of one store
  DryRunCounts compare(Connection connection, UUID upload, Store store, List<DryRunEvent> events)
      throws SQLException {
    return Sql.of(compare(store.table()))
        .with(
            connection.createArrayOf(
                "timestamp", events.stream().map(DryRunEvents::time).toArray()),
            connection.createArrayOf("text", events.stream().map(DryRunEvent::id).toArray()),
            connection.createArrayOf(
                "bytea", events.stream().map(DryRunEvent::digest).toArray(byte[][]::new)),
            store.tenant(),
            upload,
            store.id(),
            store.tenant(),
            upload,
            store.id())
        .one(connection, DryRunEvents::counts);
  }

  /// Removes what only an open dry run needs.
  void forget(Connection connection, Upload upload) throws SQLException {
    if (upload.isDryRun()) {
      Sql.of("delete from ingest.dry_run_events where tenant_id = ? and upload_id = ?")
          .with(upload.tenant(), upload.id())
          .execute(connection);
    }
  }

  private static LocalDateTime time(DryRunEvent event) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(event.epochMillis()), ZoneOffset.UTC);
  }

  private static DryRunCounts counts(Row row) throws SQLException {
    return new DryRunCounts(
        row.number("already_stored"), row.number("repeated"), row.number("conflicting"));
  }

  /// The first of each id and time is kept, in the order of the key, so that files of one dry run
  /// do not wait for each other in a circle.
  private static String compare(String table) {
    return """
      with sent as (
          select event_time, event_id, digest, number
          from unnest(?, ?, ?) with ordinality as new (event_time, event_id, digest, number)
      ), kept as (
          insert into ingest.dry_run_events
              (tenant_id, upload_id, store_id, event_time, event_id, digest)
          select distinct on (event_time, event_id) ?, ?::uuid, ?::uuid, event_time, event_id, digest
          from sent order by event_time, event_id, number
          on conflict do nothing
          returning event_time, event_id, digest
      ), compared as (
          select s.digest, stored.digest as stored, coalesce(k.digest, earlier.digest) as first,
                 k.digest is not null
                     and row_number() over (partition by s.event_time, s.event_id order by s.number) = 1
                     as is_first
          from sent s
          left join lateral (
              select e.digest from %s e
              where e.event_time = s.event_time and e.event_id = s.event_id limit 1) stored on true
          left join kept k on k.event_time = s.event_time and k.event_id = s.event_id
          left join lateral (
              select d.digest from ingest.dry_run_events d
              where d.tenant_id = ? and d.upload_id = ? and d.store_id = ?
              and d.event_time = s.event_time and d.event_id = s.event_id limit 1) earlier on true
      )
      select count(*) filter (where digest <> coalesce(stored, first)) as conflicting,
             count(*) filter (where is_first and digest = stored) as already_stored,
             count(*) filter (where not is_first and digest = coalesce(stored, first, digest))
                 as repeated
      from compared\
      """
        .formatted(table);
  }
}
