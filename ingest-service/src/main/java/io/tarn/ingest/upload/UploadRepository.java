package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of uploads. Always within a transaction of the caller.
@ApplicationScoped
class UploadRepository {
  private static final String SELECT =
      """
      select tenant_id, id, source, store_id, state, failure, started_at, ended_at, completed_at,
             bytes, received, stored, duplicates, conflicts, filtered, rejected, reasons::text,
             digest_files, is_dry_run, dead_letters_dropped
      from ingest.uploads
      """;

  void insert(Connection connection, NewUpload upload) throws SQLException {
    Sql.execute(
        connection,
        """
        insert into ingest.uploads
            (tenant_id, id, source, store_id, is_single, is_dry_run, state, started_by)
        values (?, ?, ?, ?, ?, ?, 'RECEIVING', ?)\
        """,
        upload.tenant().value(),
        upload.id(),
        upload.source(),
        upload.store(),
        upload.isSingle(),
        upload.isDryRun(),
        upload.startedBy());
  }

  /// The upload; its totals only where they are final.
  Optional<Upload> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.query(
            connection,
            SELECT + "where tenant_id = ? and id = ?",
            UploadRepository::upload,
            tenant.value(),
            id)
        .stream()
        .findFirst();
  }

  /// The newest first, with their totals; ids begin with the time.
  List<Upload> list(Connection connection, TenantId tenant, @Nullable UUID before, int limit)
      throws SQLException {
    var rows =
        before == null
            ? Sql.query(
                connection,
                SELECT + "where tenant_id = ? order by id desc limit ?",
                UploadRepository::upload,
                tenant.value(),
                limit)
            : Sql.query(
                connection,
                SELECT + "where tenant_id = ? and id < ? order by id desc limit ?",
                UploadRepository::upload,
                tenant.value(),
                before,
                limit);
    return withSums(connection, tenant, rows);
  }

  /// All uploads that are being written, whatever their tenant and without totals; for jobs.
  List<Upload> writing(Connection connection) throws SQLException {
    return Sql.query(
        connection,
        SELECT + "where state = 'WRITING' order by tenant_id, id",
        UploadRepository::upload);
  }

  /// Holds the upload against others that begin files or close it.
  Optional<UploadState> lock(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.query(
            connection,
            "select state from ingest.uploads where tenant_id = ? and id = ? for no key update",
            row -> UploadState.valueOf(row.getString(1)),
            tenant.value(),
            id)
        .stream()
        .findFirst();
  }

  boolean isSingle(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.query(
            connection,
            "select is_single from ingest.uploads where tenant_id = ? and id = ?",
            row -> row.getBoolean(1),
            tenant.value(),
            id)
        .contains(true);
  }

  void touch(Connection connection, TenantId tenant, UUID id) throws SQLException {
    Sql.execute(
        connection,
        "update ingest.uploads set touched_at = now() where tenant_id = ? and id = ?",
        tenant.value(),
        id);
  }

  /// Takes no more files from here on.
  void close(Connection connection, TenantId tenant, UUID id, @Nullable String failure)
      throws SQLException {
    Sql.execute(
        connection,
        """
        update ingest.uploads set state = 'WRITING', ended_at = now(), failure = ?
        where tenant_id = ? and id = ? and state = 'RECEIVING'\
        """,
        failure,
        tenant.value(),
        id);
  }

  /// Closes uploads that nobody sent a file to for this time.
  int closeLeftOpen(Connection connection, Duration openFor, String failure) throws SQLException {
    return Sql.execute(
        connection,
        """
        update ingest.uploads u set state = 'WRITING', ended_at = now(), failure = ?
        where state = 'RECEIVING' and touched_at < now() - make_interval(secs => ?)
        and not exists (select 1 from ingest.upload_files f where f.tenant_id = u.tenant_id
            and f.upload_id = u.id and f.state = 'RECEIVING')\
        """,
        failure,
        openFor.toMillis() / 1000.0);
  }

  boolean beginPurge(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.execute(
            connection,
            """
            update ingest.uploads set state = 'PURGING'
            where tenant_id = ? and id = ? and state in ('COMPLETED', 'FAILED')\
            """,
            tenant.value(),
            id)
        == 1;
  }

  void endPurge(Connection connection, TenantId tenant, UUID id) throws SQLException {
    Sql.execute(
        connection,
        """
        update ingest.uploads set state = 'PURGED'
        where tenant_id = ? and id = ? and state = 'PURGING'\
        """,
        tenant.value(),
        id);
  }

  /// Keeps the final totals.
  void complete(Connection connection, Upload upload, Totals totals) throws SQLException {
    Sql.execute(
        connection,
        """
        update ingest.uploads
        set state = case when failure is null then 'COMPLETED' else 'FAILED' end,
            completed_at = greatest(ended_at, (select max(updated_at) from ingest.upload_counters
                                               where tenant_id = ? and upload_id = ?)),
            bytes = ?, received = ?, stored = ?, duplicates = ?, conflicts = ?, filtered = ?,
            rejected = ?, dead_letters_dropped = ?, digest_files = ?, reasons = ?::jsonb
        where tenant_id = ? and id = ? and state = 'WRITING'\
        """,
        upload.tenant().value(),
        upload.id(),
        totals.bytes(),
        totals.received(),
        totals.stored(),
        totals.duplicate(),
        totals.conflicting(),
        totals.filtered(),
        totals.rejected(),
        totals.deadLettersDropped(),
        totals.digestFiles(),
        ReasonCounts.json(totals.reasons()),
        upload.tenant().value(),
        upload.id());
  }

  private static List<Upload> withSums(Connection connection, TenantId tenant, List<Upload> uploads)
      throws SQLException {
    var open =
        uploads.stream().filter(upload -> !upload.state().isFinal()).map(Upload::id).toList();
    var counted = UploadTotals.of(connection, tenant, open);
    return uploads.stream()
        .map(
            upload -> {
              var found = counted.get(upload.id());
              return found == null ? upload : upload.with(found.totals());
            })
        .toList();
  }

  private static Upload upload(ResultSet row) throws SQLException {
    return new Upload(
        new TenantId(row.getString(1)),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getObject(4, UUID.class),
        row.getBoolean(19),
        UploadState.valueOf(row.getString(5)),
        row.getString(6),
        instant(row, 7),
        nullableInstant(row, 8),
        nullableInstant(row, 9),
        new Totals(
            row.getLong(10),
            row.getLong(11),
            row.getLong(12),
            row.getLong(13),
            row.getLong(14),
            row.getLong(15),
            row.getLong(16),
            row.getLong("dead_letters_dropped"),
            row.getLong(18),
            ReasonCounts.of(row.getString(17))));
  }

  static Instant instant(ResultSet row, int place) throws SQLException {
    return row.getObject(place, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant nullableInstant(ResultSet row, int place) throws SQLException {
    var time = row.getObject(place, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
