package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
             digest_files, is_dry_run, dead_letters_dropped, repeated, other_content::text
      from ingest.uploads
      """;

  void insert(Connection connection, NewUpload upload) throws SQLException {
    Sql.of(
            """
            insert into ingest.uploads
                (tenant_id, id, source, store_id, is_single, is_dry_run, state, started_by)
            values (?, ?, ?, ?, ?, ?, 'RECEIVING', ?)""")
        .with(
            upload.tenant(),
            upload.id(),
            upload.source(),
            upload.store(),
            upload.isSingle(),
            upload.isDryRun(),
            upload.startedBy())
        .execute(connection);
  }

  /// The upload; its totals only where they are final.
  Optional<Upload> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.of(SELECT + "where tenant_id = ? and id = ?")
        .with(tenant, id)
        .first(connection, UploadRepository::upload);
  }

  /// The newest first, with their totals; ids begin with the time.
  List<Upload> list(Connection connection, TenantId tenant, @Nullable UUID before, int limit)
      throws SQLException {
    var where = Where.of("tenant_id = ?", tenant.value()).and("id < ?", before);
    var rows =
        Sql.of(SELECT + where.text() + "order by id desc limit ?")
            .with(where.values(limit))
            .list(connection, UploadRepository::upload);
    return withSums(connection, tenant, rows);
  }

  /// All uploads that are being written, whatever their tenant and without totals; for jobs.
  List<Upload> writing(Connection connection) throws SQLException {
    return Sql.of(SELECT + "where state = 'WRITING' order by tenant_id, id")
        .list(connection, UploadRepository::upload);
  }

  /// Holds the upload against others that begin files or close it.
  Optional<UploadState> lock(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.of(
            "select state from ingest.uploads where tenant_id = ? and id = ? for no key update")
        .with(tenant, id)
        .first(connection, row -> UploadState.valueOf(row.text("state")));
  }

  boolean isSingle(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.of("select is_single from ingest.uploads where tenant_id = ? and id = ?")
        .with(tenant, id)
        .list(connection, row -> row.is("is_single"))
        .contains(true);
  }

  /// Takes no more files from here on.
  void close(Connection connection, TenantId tenant, UUID id, @Nullable String failure)
      throws SQLException {
    Sql.of(
            """
            update ingest.uploads set state = 'WRITING', ended_at = now(), failure = ?
            where tenant_id = ? and id = ? and state = 'RECEIVING'""")
        .with(failure, tenant, id)
        .execute(connection);
  }

  /// Closes uploads that nobody sent a file to for this time.
  int closeLeftOpen(Connection connection, Duration openFor, String failure) throws SQLException {
    return Sql.of(
            """
            update ingest.uploads u set state = 'WRITING', ended_at = now(), failure = ?
            where state = 'RECEIVING' and touched_at < now() - make_interval(secs => ?)
            and not exists (select 1 from ingest.upload_files f where f.tenant_id = u.tenant_id
                and f.upload_id = u.id and f.state = 'RECEIVING')""")
        .with(failure, openFor.toMillis() / 1000.0)
        .execute(connection);
  }

  boolean beginPurge(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.of(
                """
                update ingest.uploads set state = 'PURGING'
                where tenant_id = ? and id = ? and state in ('COMPLETED', 'FAILED')""")
            .with(tenant, id)
            .execute(connection)
        == 1;
  }

  void endPurge(Connection connection, TenantId tenant, UUID id) throws SQLException {
    Sql.of(
            """
            update ingest.uploads set state = 'PURGED'
            where tenant_id = ? and id = ? and state = 'PURGING'""")
        .with(tenant, id)
        .execute(connection);
  }

  /// Keeps the final totals.
  void complete(Connection connection, Upload upload, Totals totals) throws SQLException {
    Sql.of(
            """
            update ingest.uploads
            set state = case when failure is null then 'COMPLETED' else 'FAILED' end,
                completed_at = greatest(ended_at, (
                    select max(updated_at) from ingest.upload_counters
                    where tenant_id = ? and upload_id = ?)),
                bytes = ?, received = ?, stored = ?, duplicates = ?, conflicts = ?, filtered = ?,
                rejected = ?, dead_letters_dropped = ?, digest_files = ?, reasons = ?::jsonb,
                repeated = ?, other_content = ?::jsonb
            where tenant_id = ? and id = ? and state = 'WRITING'""")
        .with(
            upload.tenant(),
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
            RowJson.text(totals.reasons()),
            totals.repeated(),
            RowJson.text(totals.otherContent()),
            upload.tenant(),
            upload.id())
        .execute(connection);
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

  private static Upload upload(Row row) throws SQLException {
    return new Upload(
        row.tenant(),
        row.uuid("id"),
        row.text("source"),
        row.uuidOrNull("store_id"),
        row.is("is_dry_run"),
        UploadState.valueOf(row.text("state")),
        row.textOrNull("failure"),
        row.instant("started_at"),
        row.instantOrNull("ended_at"),
        row.instantOrNull("completed_at"),
        new Totals(
            row.number("bytes"),
            row.number("received"),
            row.number("stored"),
            row.number("duplicates"),
            row.number("conflicts"),
            row.number("filtered"),
            row.number("rejected"),
            row.number("dead_letters_dropped"),
            row.number("digest_files"),
            RowJson.counts(row.textOrNull("reasons")),
            row.number("repeated"),
            RowJson.counts(row.textOrNull("other_content"))));
  }
}
