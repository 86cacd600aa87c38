package io.tarn.ingest.conflict;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The conflict ledger, always of one tenant. Within a transaction of the caller.
@ApplicationScoped
class ConflictRepository {
  private static final String SELECT =
      """
      select id, store_id, event_time, event_id, upload_id, received_time,
             octet_length(original) as length
      from ingest.conflicts
      """;

  /// An event as it is stored.
  ///
  /// @param text null where it is longer than asked for
  record Stored(long length, @Nullable String text, @Nullable UUID upload) {}

  /// Where a listing goes on: behind the conflict of this time and id.
  record Key(Instant receivedAt, UUID id) {}

  List<Conflict> list(
      Connection connection,
      TenantId tenant,
      @Nullable UUID store,
      @Nullable UUID upload,
      @Nullable Key after,
      int limit)
      throws SQLException {
    var where =
        Where.of("tenant_id = ?", tenant.value())
            .and("store_id = ?", store)
            .and("upload_id = ?", upload);
    if (after != null) {
      var time = LocalDateTime.ofInstant(after.receivedAt(), ZoneOffset.UTC);
      where
          .and("received_time >= ?", time)
          .and("(received_time > ?", time)
          .or("id > ?)", after.id());
    }
    return Sql.of(SELECT + where.text() + "order by received_time, id limit ?")
        .with(where.values(limit))
        .list(connection, ConflictRepository::conflict);
  }

  Optional<Conflict> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.of(SELECT + "where tenant_id = ? and id = ?")
        .with(tenant, id)
        .first(connection, ConflictRepository::conflict);
  }

  Optional<byte[]> original(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.of("select original from ingest.conflicts where tenant_id = ? and id = ?")
        .with(tenant, id)
        .first(connection, row -> row.bytes("original"));
  }

  /// The event that holds the id and time of the conflict; its text only up to that many bytes.
  Optional<Stored> stored(Connection connection, Store store, Conflict conflict, int longest)
      throws SQLException {
    return Sql.of(
            """
            select octet_length(event_json) as length, upload_id,
                   case when octet_length(event_json) <= ? then event_json end as text
            from %s where event_time = ? and event_id = ?"""
                .formatted(store.table()))
        .with(
            longest,
            LocalDateTime.ofInstant(conflict.eventTime(), ZoneOffset.UTC),
            conflict.eventId())
        .first(
            connection,
            row ->
                new Stored(
                    row.number("length"), row.textOrNull("text"), row.uuidOrNull("upload_id")));
  }

  private static Conflict conflict(Row row) throws SQLException {
    return new Conflict(
        row.uuid("id"),
        row.uuid("store_id"),
        row.utc("event_time"),
        row.text("event_id"),
        row.uuidOrNull("upload_id"),
        row.utc("received_time"),
        row.number("length"));
  }
}
