package io.tarn.ingest.purge;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.upload.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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
    Sql.of(
            """
            insert into ingest.purges (tenant_id, upload_id, reason, requested_by)
            values (?, ?, ?, ?)""")
        .with(purge.tenant(), purge.upload(), purge.reason(), purge.requestedBy())
        .execute(connection);
  }

  Optional<Purge> find(Connection connection, TenantId tenant, UUID upload) throws SQLException {
    return Sql.of(
            """
            select reason, requested_by, requested_at, removed, completed_at
            from ingest.purges where tenant_id = ? and upload_id = ?""")
        .with(tenant, upload)
        .first(
            connection,
            row ->
                new Purge(
                    row.text("reason"),
                    row.text("requested_by"),
                    row.instant("requested_at"),
                    row.number("removed"),
                    row.instantOrNull("completed_at")));
  }

  List<Open> open(Connection connection) throws SQLException {
    return Sql.of(
            """
            select tenant_id, upload_id, reason, requested_by from ingest.purges
            where completed_at is null order by requested_at""")
        .list(
            connection,
            row ->
                new Open(
                    row.tenant(),
                    row.uuid("upload_id"),
                    row.text("reason"),
                    row.text("requested_by")));
  }

  /// Whether another purge was begun since, or one has been handing over events that this
  /// upload contains again.
  boolean hasOthersSince(Connection connection, Upload upload, PreviewSnapshot snapshot)
      throws SQLException {
    return Sql.of(
            """
            select exists (
                select 1 from ingest.purges w
                where w.tenant_id = ? and w.upload_id <> ?
                and (not pg_visible_in_snapshot(w.transaction_id, ?::pg_snapshot)
                    or (w.completed_at is null or w.completed_at >= ?) and exists (
                        select 1 from ingest.duplicate_uploads b
                        where b.tenant_id = w.tenant_id and b.upload_id = ?)))""")
        .with(upload.tenant(), upload.id(), snapshot.snapshot(), snapshot.utc(), upload.id())
        .one(connection, row -> row.is("exists"));
  }

  /// Keeps other replicas from the same step; false where one is at it.
  boolean lock(Connection connection, Open purge) throws SQLException {
    return Sql.of(
            """
            select 1 from ingest.purges
            where tenant_id = ? and upload_id = ? and completed_at is null
            for no key update skip locked""")
        .with(purge.tenant(), purge.upload())
        .hasRows(connection);
  }

  void addRemoved(Connection connection, Open purge, long removed) throws SQLException {
    Sql.of(
            """
            update ingest.purges set removed = removed + ?
            where tenant_id = ? and upload_id = ?""")
        .with(removed, purge.tenant(), purge.upload())
        .execute(connection);
  }

  void complete(Connection connection, Open purge) throws SQLException {
    Sql.of(
            """
            update ingest.purges set completed_at = now()
            where tenant_id = ? and upload_id = ?""")
        .with(purge.tenant(), purge.upload())
        .execute(connection);
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
        Sql.of("update ingest.digest_files set uploads = array_remove(uploads, ?) where " + some)
            .with(purge.upload(), purge.tenant(), purge.tenant(), purge.upload(), atMost)
            .execute(connection);
    Sql.of("delete from ingest.digest_files where tenant_id = ? and uploads = '{}'")
        .with(purge.tenant())
        .execute(connection);
    return left;
  }

  private static long count(Connection connection, String table, TenantId tenant, UUID upload)
      throws SQLException {
    return Sql.of(
            "select count(*) as count from " + table + " where tenant_id = ? and upload_id = ?")
        .with(tenant, upload)
        .one(connection, row -> row.number("count"));
  }

  private static int delete(Connection connection, String table, Open purge, int atMost)
      throws SQLException {
    return Sql.of(
            """
            delete from %s where ctid = any (array(
                select ctid from %s where tenant_id = ? and upload_id = ? limit ?))"""
                .formatted(table, table))
        .with(purge.tenant(), purge.upload(), atMost)
        .execute(connection);
  }
}
