package io.tarn.ingest.retention;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.ingest.storage.JobLeases;
import io.tarn.ingest.storage.Lease;
import io.tarn.ingest.storage.StoreRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/// Removes what stores no longer keep: whole partitions, then the rest. A store that fails does
/// not hold up the others.
@ApplicationScoped
public class RetentionJob {
  private static final String JOB = "retention";

  private final JobLeases leases;
  private final RetentionPeriods periods;
  private final ExpiredPartitions partitions;
  private final ExpiredRows rows;

  RetentionJob(
      JobLeases leases, RetentionPeriods periods, ExpiredPartitions partitions, ExpiredRows rows) {
    this.leases = leases;
    this.periods = periods;
    this.partitions = partitions;
    this.rows = rows;
  }

  @Scheduled(
      identity = JOB,
      every = "{tarn.ingest.retention.every}",
      delayed = "2m",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void removeExpired() {
    leases.run(JOB, this::removeExpired);
  }

  private void removeExpired(Lease lease) throws SQLException {
    periods.all().forEach(period -> removeExpired(period, lease));
    for (var longest : periods.longest().entrySet()) {
      var firstKept = StoreRules.firstKept(longest.getValue(), periods.today());
      rows.removeDigestFiles(longest.getKey(), firstKept, lease);
    }
  }

  /// Removes what one store no longer keeps.
  void removeExpired(RetentionPeriod period, Lease lease) {
    var firstKept = period.firstKept(periods.today());
    try {
      partitions.remove(period, firstKept, lease);
      rows.remove(period, firstKept, lease);
    } catch (SQLException failure) {
      Log.warnf("retention of store %s waits: %s", period.store().id(), failure.getMessage());
    }
  }
}
