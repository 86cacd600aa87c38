package io.tarn.ingest.withdrawal;

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

/// The rows of withdrawals, and the ledgers that leave with an upload. Within a transaction of the
/// caller.
@ApplicationScoped
class WithdrawalRepository {

  /// A withdrawal that is under way.
  record Open(TenantId tenant, UUID upload, String reason, String requestedBy) {}

  void insert(Connection connection, Open withdrawal) throws SQLException {
    Sql.execute(
        connection,
        """
        insert into ingest.withdrawals (tenant_id, upload_id, reason, requested_by)
        values (?, ?, ?, ?)\
        """,
        withdrawal.tenant().value(),
        withdrawal.upload(),
        withdrawal.reason(),
        withdrawal.requestedBy());
  }

  Optional<Withdrawal> find(Connection connection, TenantId tenant, UUID upload)
      throws SQLException {
    return Sql.query(
            connection,
            """
            select reason, requested_by, requested_at, removed, completed_at
            from ingest.withdrawals where tenant_id = ? and upload_id = ?\
            """,
            row -> {
              var completed = row.getObject(5, OffsetDateTime.class);
              return new Withdrawal(
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
        select tenant_id, upload_id, reason, requested_by from ingest.withdrawals
        where completed_at is null order by requested_at\
        """,
        row ->
            new Open(
                new TenantId(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4)));
  }

  /// Whether another withdrawal was begun since, or one has been handing over events that this
  /// upload brought again.
  boolean hasOthersSince(Connection connection, Upload upload, Looked looked) throws SQLException {
    return Sql.query(
            connection,
            """
            select exists (
                select 1 from ingest.withdrawals w
                where w.tenant_id = ? and w.upload_id <> ?
                and (not pg_visible_in_snapshot(w.transaction_id, ?::pg_snapshot)
                    or (w.completed_at is null or w.completed_at >= ?) and exists (
                        select 1 from ingest.brought_again b
                        where b.tenant_id = w.tenant_id and b.upload_id = ?)))\
            """,
            row -> row.getBoolean(1),
            upload.tenant().value(),
            upload.id(),
            looked.snapshot(),
            looked.utc(),
            upload.id())
        .getFirst();
  }

  /// Keeps other replicas from the same step; false where one is at it.
  boolean lock(Connection connection, Open withdrawal) throws SQLException {
    return !Sql.query(
            connection,
            """
            select 1 from ingest.withdrawals
            where tenant_id = ? and upload_id = ? and completed_at is null
            for no key update skip locked\
            """,
            row -> row.getInt(1),
            withdrawal.tenant().value(),
            withdrawal.upload())
        .isEmpty();
  }

  void addRemoved(Connection connection, Open withdrawal, long removed) throws SQLException {
    Sql.execute(
        connection,
        """
        update ingest.withdrawals set removed = removed + ?
        where tenant_id = ? and upload_id = ?\
        """,
        removed,
        withdrawal.tenant().value(),
        withdrawal.upload());
  }

  void complete(Connection connection, Open withdrawal) throws SQLException {
    Sql.execute(
        connection,
        """
        update ingest.withdrawals set completed_at = now()
        where tenant_id = ? and upload_id = ?\
        """,
        withdrawal.tenant().value(),
        withdrawal.upload());
  }

  long countConflicts(Connection connection, TenantId tenant, UUID upload) throws SQLException {
    return count(connection, "ingest.conflicts", tenant, upload);
  }

  long countDeadLetters(Connection connection, TenantId tenant, UUID upload) throws SQLException {
    return count(connection, "ingest.dead_letters", tenant, upload);
  }

  /// Deletes some of what the ledgers keep of the upload; tells how much.
  int deleteFromLedgers(Connection connection, Open withdrawal, int atMost) throws SQLException {
    return delete(connection, "ingest.brought_again", withdrawal, atMost)
        + delete(connection, "ingest.conflicts", withdrawal, atMost)
        + delete(connection, "ingest.dead_letters", withdrawal, atMost)
        + deleteDigestFiles(connection, withdrawal, atMost);
  }

  /// A digest file leaves with the last upload that brought it.
  private static int deleteDigestFiles(Connection connection, Open withdrawal, int atMost)
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
            withdrawal.upload(),
            withdrawal.tenant().value(),
            withdrawal.tenant().value(),
            withdrawal.upload(),
            atMost);
    Sql.execute(
        connection,
        "delete from ingest.digest_files where tenant_id = ? and uploads = '{}'",
        withdrawal.tenant().value());
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

  private static int delete(Connection connection, String table, Open withdrawal, int atMost)
      throws SQLException {
    return Sql.execute(
        connection,
        """
        delete from %s where ctid = any (array(
            select ctid from %s where tenant_id = ? and upload_id = ? limit ?))\
        """
            .formatted(table, table),
        withdrawal.tenant().value(),
        withdrawal.upload(),
        atMost);
  }
}
