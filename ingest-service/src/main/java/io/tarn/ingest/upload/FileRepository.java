package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// The rows of an upload's files. Always within a transaction of the caller.
@ApplicationScoped
class FileRepository {
  private static final String SELECT =
      """
      select f.number, f.name, f.state, f.failure, f.started_at, f.ended_at, f.bytes, f.published,
             f.filtered, c.stored, f.repeated,
             coalesce(c.duplicates, 0) + f.already_stored + f.repeated as duplicates,
             coalesce(c.conflicts, 0) + f.conflicting as conflicts, r.by_intake, r.by_writers,
             r.reasons::text, f.digest_files, f.dead_letters_dropped, f.other_content::text
      from ingest.upload_files f
      left join lateral (
          select sum(stored) as stored, sum(duplicates) as duplicates,
                 sum(conflicts) as conflicts
          from ingest.upload_counters c
          where c.tenant_id = f.tenant_id and c.upload_id = f.upload_id and c.file = f.number) c on true
      left join lateral (
          select sum(by_intake) as by_intake, sum(by_writers) as by_writers,
                 jsonb_object_agg(reason, by_intake + by_writers) as reasons
          from (select reason,
                       coalesce(sum(events) filter (where kafka_partition < 0), 0) as by_intake,
                       coalesce(sum(events) filter (where kafka_partition >= 0), 0) as by_writers
                from ingest.upload_reasons r
                where r.tenant_id = f.tenant_id and r.upload_id = f.upload_id and r.file = f.number
                group by reason) one) r on true
      """;

  /// False where the file has been given up, by a job that took this process for dead.
  boolean progress(Connection connection, FileId file, FileProgress progress) throws SQLException {
    boolean isUpdated =
        Sql.of(
                    """
                    update ingest.upload_files
                    set bytes = ?, published = ?, filtered = ?, digest_files = ?,
                        dead_letters_dropped = ?, other_content = ?::jsonb, already_stored = ?,
                        repeated = ?, conflicting = ?, accounts = ?::jsonb, alive_at = now()
                    where tenant_id = ? and upload_id = ? and number = ? and state = 'RECEIVING'""")
                .with(
                    progress.bytes(),
                    progress.published(),
                    progress.filtered(),
                    progress.digestFiles(),
                    progress.deadLettersDropped(),
                    RowJson.text(progress.otherContent()),
                    progress.compared().alreadyStored(),
                    progress.compared().repeated(),
                    progress.compared().conflicting(),
                    RowJson.text(progress.accounts()),
                    file.tenant(),
                    file.upload(),
                    file.number())
                .execute(connection)
            == 1;
    if (!isUpdated || progress.reasons().isEmpty()) {
      return isUpdated;
    }
    Sql.of(
            """
            insert into ingest.upload_reasons
                (tenant_id, upload_id, file, kafka_partition, reason, events)
            select ?, ?, ?, -1, reason, events from unnest(?, ?) as new (reason, events)
            on conflict (tenant_id, upload_id, file, kafka_partition, reason)
            do update set events = excluded.events""")
        .with(
            file.tenant(),
            file.upload(),
            file.number(),
            connection.createArrayOf("text", progress.reasons().keySet().toArray()),
            connection.createArrayOf("bigint", progress.reasons().values().toArray()))
        .execute(connection);
    return true;
  }

  void markReceived(Connection connection, FileId file, String answer) throws SQLException {
    Sql.of(
            """
            update ingest.upload_files
            set state = 'RECEIVED', is_exact = true, ended_at = now(), answer = ?::jsonb
            where tenant_id = ? and upload_id = ? and number = ? and state = 'RECEIVING'""")
        .with(answer, file.tenant(), file.upload(), file.number())
        .execute(connection);
  }

  /// @param isExact whether what was published is known to the last event
  void markFailed(Connection connection, FileId file, String failure, boolean isExact)
      throws SQLException {
    Sql.of(
            """
            update ingest.upload_files
            set state = 'FAILED', is_exact = ?, ended_at = now(), failure = ?
            where tenant_id = ? and upload_id = ? and number = ? and state = 'RECEIVING'""")
        .with(isExact, failure, file.tenant(), file.upload(), file.number())
        .execute(connection);
  }

  boolean isReceiving(Connection connection, TenantId tenant, UUID upload) throws SQLException {
    return Sql.of(
            """
            select 1 from ingest.upload_files
            where tenant_id = ? and upload_id = ? and state = 'RECEIVING' limit 1""")
        .with(tenant, upload)
        .hasRows(connection);
  }

  /// Names of files that failed and were not sent again.
  List<String> failedNames(Connection connection, TenantId tenant, UUID upload)
      throws SQLException {
    return Sql.of(
            """
            select distinct b.name from ingest.upload_files b
            where b.tenant_id = ? and b.upload_id = ? and b.state = 'FAILED' and not exists (
                select 1 from ingest.upload_files t where t.tenant_id = b.tenant_id
                and t.upload_id = b.upload_id and t.name = b.name and t.state = 'RECEIVED')
            order by b.name limit 10""")
        .with(tenant, upload)
        .list(connection, row -> row.text("name"));
  }

  /// Renews the heartbeat of the files that this process receives.
  void beat(Connection connection, UUID instanceId) throws SQLException {
    Sql.of(
            """
            update ingest.upload_files set alive_at = now()
            where state = 'RECEIVING' and instance_id = ?""")
        .with(instanceId)
        .execute(connection);
  }

  /// Files whose intake has not been heard of for this time.
  List<FileId> lost(Connection connection, Duration silence) throws SQLException {
    return Sql.of(
            """
            select tenant_id, upload_id, number from ingest.upload_files
            where state = 'RECEIVING' and alive_at < now() - make_interval(secs => ?)""")
        .with(silence.toMillis() / 1000.0)
        .list(connection, FileRepository::key);
  }

  /// Takes what the writers counted of failed files for what was published, once it is no less
  /// than Kafka is known to have acknowledged, and neither it nor intake has moved for this time.
  /// Nothing of a dry run is written.
  void settle(Connection connection, Duration silence) throws SQLException {
    Sql.of(
            """
            update ingest.upload_files f
            set is_exact = true, published = greatest(b.published, w.written)
            from ingest.upload_files b
            join ingest.uploads u on u.tenant_id = b.tenant_id and u.id = b.upload_id
            cross join lateral (
                select coalesce(sum(c.stored + c.duplicates + c.conflicts), 0)
                       + (select coalesce(sum(events), 0) from ingest.upload_reasons r
                          where r.tenant_id = b.tenant_id and r.upload_id = b.upload_id
                          and r.file = b.number and r.kafka_partition >= 0) as written,
                       max(c.updated_at) as written_at
                from ingest.upload_counters c
                where c.tenant_id = b.tenant_id and c.upload_id = b.upload_id
                and c.file = b.number) w
            where b.state = 'FAILED' and not b.is_exact
            and (u.is_dry_run or w.written >= b.published)
            and greatest(b.alive_at, w.written_at) < now() - make_interval(secs => ?)
            and f.tenant_id = b.tenant_id and f.upload_id = b.upload_id and f.number = b.number""")
        .with(silence.toMillis() / 1000.0)
        .execute(connection);
  }

  List<UploadFile> list(Connection connection, TenantId tenant, UUID upload, int after, int limit)
      throws SQLException {
    return Sql.of(
            SELECT
                + """
                where f.tenant_id = ? and f.upload_id = ? and f.number > ?
                order by f.number limit ?""")
        .with(tenant, upload, after, limit)
        .list(connection, FileRepository::file);
  }

  private static FileId key(Row row) throws SQLException {
    return new FileId(row.tenant(), row.uuid("upload_id"), row.integer("number"));
  }

  private static UploadFile file(Row row) throws SQLException {
    return new UploadFile(
        row.integer("number"),
        row.text("name"),
        FileState.valueOf(row.text("state")),
        row.textOrNull("failure"),
        row.instant("started_at"),
        row.instantOrNull("ended_at"),
        UploadTotals.counted(row));
  }
}
