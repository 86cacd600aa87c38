package io.tarn.ingest.retention;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.StorageException;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StoreDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The ledger of removals.
@ApplicationScoped
public class Removals {
  private static final UUID LAST = new UUID(-1, -1);

  private final DataSource database;

  Removals(DataSource database) {
    this.database = database;
  }

  /// Records what the caller's transaction removes, and takes it out of the counts of the days.
  public static void record(Connection connection, Store store, RemovedEvents events, Cause cause)
      throws SQLException {
    Sql.of(
            """
            insert into ingest.removals (tenant_id, id, store_id, kind, upload_id, from_time,
                to_time, events, digest, reason, removed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .with(
            store.tenant(),
            Ids.uuid(),
            store.id(),
            cause.kind().value(),
            cause.upload(),
            events.first(),
            events.last(),
            events.count(),
            events.digest(),
            cause.reason(),
            cause.removedBy())
        .execute(connection);
    StoreDays.subtract(connection, store, events.days());
  }

  /// A tenant's removals, the newest first.
  ///
  /// @param before only records older than this one; null begins with the newest
  public List<Removal> list(TenantId tenant, @Nullable UUID before, int limit) {
    try (var connection = database.getConnection()) {
      return Sql.of(
              """
              select tenant_id, id, store_id, kind, upload_id, from_time, to_time, events, digest,
                  reason, removed_by, removed_at
              from ingest.removals where tenant_id = ? and id < ? order by id desc limit ?""")
          .with(tenant, before == null ? LAST : before, limit)
          .list(connection, Removals::removal);
    } catch (SQLException failure) {
      throw new StorageException.Unavailable(failure);
    }
  }

  private static Removal removal(Row row) throws SQLException {
    return new Removal(
        row.tenant(),
        row.uuid("id"),
        row.uuid("store_id"),
        Removal.Kind.of(row.text("kind")),
        row.uuidOrNull("upload_id"),
        row.utc("from_time"),
        row.utc("to_time"),
        row.number("events"),
        HexFormat.of().formatHex(row.bytes("digest")),
        row.text("reason"),
        row.text("removed_by"),
        row.instant("removed_at"));
  }

  /// Why events are removed.
  ///
  /// @param upload the purged upload
  /// @param removedBy the name of who asked for it
  public record Cause(Removal.Kind kind, @Nullable UUID upload, String reason, String removedBy) {
    /// Events older than a store keeps them.
    public static Cause retention(int days) {
      return new Cause(
          Removal.Kind.RETENTION, null, "older than " + days + " days", "ingest-service");
    }

    /// Events that only a purged upload contained.
    public static Cause purge(UUID upload, String reason, String removedBy) {
      return new Cause(Removal.Kind.PURGE, upload, reason, removedBy);
    }
  }
}
