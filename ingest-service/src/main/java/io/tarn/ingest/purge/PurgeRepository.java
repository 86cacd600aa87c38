package io.tarn.ingest.purge;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.upload.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of purges, and the ledgers that leave with an upload. Within a transaction of the
/// caller.
@ApplicationScoped
class PurgeRepository {

  /// A purge that is under way.
  record Open(TenantId tenant, UUID upload, String reason, String requestedBy) {}

  void insert(Connection connection, Open purge) throws SQLException {
    Sql.execute(
        connection,
        """
        insert into ingest.purges (tenant_id, upload_id, reason, requested_by)
        values (?, ?, ?, ?)\
        """,
        purge.tenant().value(),
        purge.upload(),
        purge.reason(),
        purge.requestedBy());
  }

  Optional<Purge> find(Connection connection, TenantId tenant, UUID upload) throws SQLException {
    return Sql.query(
            connection,
            """
            select reason, requested_by, requested_at, removed, completed_at
            from ingest.purges where tenant_id = ? and upload_id = ?\
            """,
            row -> {
              var completed = row.getObject(5, OffsetDateTime.class);
              return new Purge(
                  row.getString(1),
                  row.getString(2),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getLong(4),
                  completed == null ? null : completed.toInstant());
            },
            tenant.value(),
            upload)
        .stream()
        .findFirst();
  }

  List<Open> open(Connection connection) throws SQLException {
    return Sql.query(
        connection,
        """
        select tenant_id, upload_id, reason, requested_by from ingest.purges
        where completed_at is null order by requested_at\
        """,
        row ->
            new Open(
                new TenantId(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4)));
  }

  /// Whether another purge was begun since, or one has been handing over events that this
  /// upload contains again.
  boolean hasOthersSince(Connection connection, Upload upload, PreviewSnapshot snapshot)
      throws SQLException {
    return Sql.query(
            connection,
            """
            select exists (
                select 1 from ingest.purges w
                where w.tenant_id = ? and w.upload_id <> ?
                and (not pg_visible_in_snapshot(w.transaction_id, ?::pg_snapshot)
                    or (w.completed_at is null or w.completed_at >= ?) and exists (
                        select 1 from ingest.duplicate_uploads b
                        where b.tenant_id = w.tenant_id and b.upload_id = ?)))\
            """,
            row -> row.getBoolean(1),
            upload.tenant().value(),
            upload.id(),
            snapshot.snapshot(),
            snapshot.utc(),
            upload.id())
        .getFirst();
  }

  /// Keeps other replicas from the same step; false where one is at it.
  boolean lock(Connection connection, Open purge) throws SQLException {
    return !Sql.query(
            connection,
            """
            select 1 from ingest.purges
            where tenant_id = ? and upload_id = ? and completed_at is null
            for no key update skip locked\
            """,
            row -> row.getInt(1),
            purge.tenant().value(),
            purge.upload())
        .isEmpty();
  }

  void addRemoved(Connection connection, Open purge, long removed) throws SQLException {
    Sql.execute(
        connection,
        """
        update ingest.purges set removed = removed + ?
        where tenant_id = ? and upload_id = ?\
        """,
        removed,
        purge.tenant().value(),
        purge.upload());
  }

  void complete(Connection connection, Open purge) throws SQLException {
    Sql.execute(
        connection,
        """
        update ingest.purges set completed_at = now()
        where tenant_id = ? and upload_id = ?\
        """,
        purge.tenant().value(),
        purge.upload());
  }

  long countConflicts(Connection connection, TenantId tenant, UUID upload) throws SQLException {
    return count(connection, "ingest.conflicts", tenant, upload);
  }

  long countDeadLetters(Connection connection, TenantId tenant, UUID upload) throws SQLException {
    return count(connection, "ingest.dead_letters", tenant, upload);
  }

  /// Deletes some of what the ledgers keep of the upload; tells how much.
  int deleteFromLedgers(Connection connection, Open purge, int atMost) throws SQLException {
    return delete(connection, "ingest.duplicate_uploads", purge, atMost)
        + delete(connection, "ingest.conflicts", purge, atMost)
        + delete(connection, "ingest.dead_letters", purge, atMost)
        + deleteDigestFiles(connection, purge, atMost);
  }

  /// A digest file is deleted with the last upload that contains it.
  private static int deleteDigestFiles(Connection connection, Open purge, int atMost)
      throws SQLException {
    var some =
        """
        tenant_id = ? and sha256 = any (array(
            select sha256 from ingest.digest_files
            where tenant_id = ? and uploads @> array[?::uuid] limit ?))\
        """;
    int left =
        Sql.execute(
            connection,
            "update ingest.digest_files set uploads = array_remove(uploads, ?) where " + some,
            purge.upload(),
            purge.tenant().value(),
            purge.tenant().value(),
            purge.upload(),
            atMost);
    Sql.execute(
        connection,
        "delete from ingest.digest_files where tenant_id = ? and uploads = '{}'",
        purge.tenant().value());
    return left;
  }

  private static long count(Connection connection, String table, TenantId tenant, UUID upload)
      throws SQLException {
    return Sql.query(
            connection,
            "select count(*) from " + table + " where tenant_id = ? and upload_id = ?",
            row -> row.getLong(1),
            tenant.value(),
            upload)
        .getFirst();
  }

  private static int delete(Connection connection, String table, Open purge, int atMost)
      throws SQLException {
    return Sql.execute(
        connection,
        """
        delete from %s where ctid = any (array(
            select ctid from %s where tenant_id = ? and upload_id = ? limit ?))\
        """
            .formatted(table, table),
        purge.tenant().value(),
        purge.upload(),
        atMost);
  }
}
