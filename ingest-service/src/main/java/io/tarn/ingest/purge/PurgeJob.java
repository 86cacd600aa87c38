package io.tarn.ingest.purge;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.ingest.purge.PurgeRepository.Open;
import io.tarn.ingest.retention.Removals;
import io.tarn.ingest.storage.JobLeases;
import io.tarn.ingest.storage.Lease;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.Stores;
import io.tarn.ingest.upload.UploadService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Takes confirmed uploads back, a thousand events a transaction; each by one replica at a time,
/// which holds its lease. Every step can be repeated: it begins anew from what is still there.
@ApplicationScoped
public class PurgeJob {
  private static final int STEP = 1_000;

  private final DataSource database;
  private final PurgeRepository purges;
  private final UploadService uploads;
  private final Stores stores;
  private final JobLeases leases;

  PurgeJob(
      DataSource database,
      PurgeRepository purges,
      UploadService uploads,
      Stores stores,
      JobLeases leases) {
    this.leases = leases;
    this.database = database;
    this.purges = purges;
    this.uploads = uploads;
    this.stores = stores;
  }

  @Scheduled(
      identity = "purges",
      every = "{tarn.ingest.uploads.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    try {
      for (var open : Sql.inTransaction(database, purges::open)) {
        leases.run("purge " + open.upload(), lease -> run(open, lease));
      }
    } catch (SQLException failure) {
      Log.warnf("an upload cannot be purged now: %s", failure.getMessage());
    }
  }

  private void run(Open purge, Lease lease) throws SQLException {
    for (var store : stores.ofTenant(purge.tenant())) {
      if (!removeAll(purge, store, lease)) {
        return;
      }
    }
    int deleted = STEP;
    while (deleted > 0) {
      deleted =
          lease.inTransaction(connection -> purges.deleteFromLedgers(connection, purge, STEP));
    }
    if (lease.inTransaction(connection -> complete(connection, purge))) {
      Log.infof("tenant %s: upload %s is purged", purge.tenant(), purge.upload());
    }
  }

  private boolean complete(Connection connection, Open purge) throws SQLException {
    if (!purges.lock(connection, purge)) {
      return false;
    }
    purges.complete(connection, purge);
    uploads.endPurge(connection, purge.tenant(), purge.upload());
    return true;
  }

  /// Goes through the events in their order, again and again until there are none: another
  /// purge may hand events over behind the place that is reached.
  /// False where somebody holds the purge's row: then it comes again later.
  private boolean removeAll(Open purge, Store store, Lease lease) throws SQLException {
    var events = new UploadedEvents(store, purge.upload());
    UploadedEvents.Key last = null;
    while (true) {
      var from = last;
      var keys = Sql.inTransaction(database, connection -> events.after(connection, from, STEP));
      if (keys.isEmpty() && last == null) {
        return true;
      }
      last = keys.isEmpty() ? null : keys.getLast();
      if (!keys.isEmpty()
          && !lease.inTransaction(connection -> remove(connection, purge, events, keys))) {
        return false;
      }
    }
  }

  private boolean remove(
      Connection connection, Open purge, UploadedEvents events, List<UploadedEvents.Key> keys)
      throws SQLException {
    if (!purges.lock(connection, purge)) {
      return false;
    }
    var removed = events.remove(connection, keys);
    if (!removed.isEmpty()) {
      var cause = Removals.Cause.purge(purge.upload(), purge.reason(), purge.requestedBy());
      Removals.record(connection, events.store(), removed, cause);
      purges.addRemoved(connection, purge, removed.count());
    }
    return true;
  }
}
