package io.tarn.ingest.upload;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.config.UploadConfig;
import io.tarn.ingest.storage.JobLeases;
import io.tarn.ingest.storage.Lease;
import io.tarn.ingest.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Deletes expired finished uploads, with their files and counts, in small
/// steps. Their events stay, and so does what other uploads' purges need to know: which events
/// they contain again, and which accounts the tenant has had events of.
@ApplicationScoped
public class UploadExpiryJob {
  private static final String JOB = "upload-expiry";
  private static final int UPLOADS = 200;
  private static final int STEP = 2_000;

  /// What has a row or more for each file; it goes before the upload itself.
  private static final List<String> OF_FILES =
      List.of("upload_reasons", "upload_counters", "upload_files");

  private static final UUID NONE = new UUID(0, 0);

  private final DataSource database;
  private final JobLeases leases;
  private final UploadConfig config;

  UploadExpiryJob(DataSource database, JobLeases leases, UploadConfig config) {
    this.database = database;
    this.leases = leases;
    this.config = config;
  }

  private record Expired(TenantId tenant, UUID upload) {}

  @Scheduled(
      identity = JOB,
      every = "{tarn.ingest.uploads.expire-every}",
      delayed = "3m",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    leases.run(JOB, this::run);
  }

  private void run(Lease lease) throws SQLException {
    long deleted = 0;
    for (var some = some(); !some.isEmpty(); some = some()) {
      for (var expired : some) {
        delete(expired, lease);
        deleted++;
      }
    }
    if (deleted > 0) {
      Log.infof("%d uploads have expired", deleted);
    }
  }

  private List<Expired> some() throws SQLException {
    return Sql.inTransaction(
        database,
        connection ->
            Sql.of(
                    """
                    select tenant_id, id from ingest.uploads
                    where state in ('COMPLETED', 'FAILED', 'PURGED')
                    and completed_at < now() - make_interval(secs => ?)
                    order by completed_at limit ?""")
                .with((double) config.keptFor().toSeconds(), UPLOADS)
                .list(connection, row -> new Expired(row.tenant(), row.uuid("id"))));
  }

  private void delete(Expired expired, Lease lease) throws SQLException {
    for (var table : OF_FILES) {
      int deleted = STEP;
      while (deleted == STEP) {
        deleted = lease.inTransaction(connection -> deleteSome(connection, table, expired));
      }
    }
    var _ = lease.inTransaction(connection -> delete(connection, expired));
  }

  private static int deleteSome(Connection connection, String table, Expired expired)
      throws SQLException {
    return Sql.of(
            """
            delete from ingest.%1$s where ctid = any (array(
                select ctid from ingest.%1$s where tenant_id = ? and upload_id = ? limit ?))"""
                .formatted(table))
        .with(expired.tenant(), expired.upload(), STEP)
        .execute(connection);
  }

  /// The accounts of an upload that was not purged stay known, summed up over all that expired.
  private static int delete(Connection connection, Expired expired) throws SQLException {
    Sql.of(
            """
            with gone as (
                delete from ingest.upload_accounts where tenant_id = ? and upload_id = ?
                returning *)
            insert into ingest.upload_accounts as a
                (tenant_id, upload_id, account, organisation, events, not_admitted, published)
            select g.tenant_id, ?, g.account, g.organisation, g.events, g.not_admitted, g.published
            from gone g join ingest.uploads u on u.tenant_id = g.tenant_id and u.id = g.upload_id
            where g.published > 0 and u.state <> 'PURGED'
            on conflict (tenant_id, upload_id, account, organisation) do update
            set events = a.events + excluded.events,
                not_admitted = a.not_admitted + excluded.not_admitted,
                published = a.published + excluded.published""")
        .with(expired.tenant(), expired.upload(), NONE)
        .execute(connection);
    return Sql.of("delete from ingest.uploads where tenant_id = ? and id = ?")
        .with(expired.tenant(), expired.upload())
        .execute(connection);
  }
}
