package io.tarn.ingest.conflict;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
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
      select id, store_id, event_time, event_id, upload_id, received_time, original
      from ingest.conflicts
      """;

  /// A conflict with its text.
  record Found(Conflict conflict, String original) {}

  /// An event as it is stored.
  record Stored(String text, @Nullable UUID upload) {}

  /// Where a listing goes on: behind the conflict of this time and id.
  record Place(Instant receivedAt, UUID id) {}

  List<Found> list(
      Connection connection,
      TenantId tenant,
      @Nullable UUID store,
      @Nullable UUID upload,
      @Nullable Place after,
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
    return Sql.query(
        connection,
        SELECT + where.text() + "order by received_time, id limit ?",
        ConflictRepository::found,
        where.values(limit));
  }

  Optional<Found> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.query(
            connection,
            SELECT + "where tenant_id = ? and id = ?",
            ConflictRepository::found,
            tenant.value(),
            id)
        .stream()
        .findFirst();
  }

  /// The event that holds the id and time of the conflict.
  Optional<Stored> stored(Connection connection, Store store, Conflict conflict)
      throws SQLException {
    return Sql.query(
            connection,
            "select event_json, upload_id from %s where event_time = ? and event_id = ?"
                .formatted(store.table()),
            row -> new Stored(row.getString(1), row.getObject(2, UUID.class)),
            LocalDateTime.ofInstant(conflict.eventTime(), ZoneOffset.UTC),
            conflict.eventId())
        .stream()
        .findFirst();
  }

  private static Found found(ResultSet row) throws SQLException {
    var conflict =
        new Conflict(
            row.getObject(1, UUID.class),
            row.getObject(2, UUID.class),
            utc(row, 3),
            row.getString(4),
            row.getObject(5, UUID.class),
            utc(row, 6));
    return new Found(conflict, new String(row.getBytes(7), StandardCharsets.UTF_8));
  }

  private static Instant utc(ResultSet row, int place) throws SQLException {
    return row.getObject(place, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
