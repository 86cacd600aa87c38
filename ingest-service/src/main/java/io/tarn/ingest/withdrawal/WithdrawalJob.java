package io.tarn.ingest.withdrawal;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.ingest.retention.Removals;
import io.tarn.ingest.storage.JobLeases;
import io.tarn.ingest.storage.Lease;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.Stores;
import io.tarn.ingest.upload.UploadService;
import io.tarn.ingest.withdrawal.WithdrawalRepository.Open;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Takes confirmed uploads back, a thousand events a transaction; each by one replica at a time,
/// which holds its lease. Every step can be repeated: it begins anew from what is still there.
@ApplicationScoped
public class WithdrawalJob {
  private static final int STEP = 1_000;

  private final DataSource database;
  private final WithdrawalRepository withdrawals;
  private final UploadService uploads;
  private final Stores stores;
  private final JobLeases leases;

  WithdrawalJob(
      DataSource database,
      WithdrawalRepository withdrawals,
      UploadService uploads,
      Stores stores,
      JobLeases leases) {
    this.leases = leases;
    this.database = database;
    this.withdrawals = withdrawals;
    this.uploads = uploads;
    this.stores = stores;
  }

  @Scheduled(
      identity = "withdrawals",
      every = "{tarn.ingest.uploads.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    try {
      for (var open : Sql.inTransaction(database, withdrawals::open)) {
        leases.run("withdrawal " + open.upload(), lease -> run(open, lease));
      }
    } catch (SQLException failure) {
      Log.warnf("an upload cannot be taken back now: %s", failure.getMessage());
    }
  }

  private void run(Open withdrawal, Lease lease) throws SQLException {
    for (var store : stores.ofTenant(withdrawal.tenant())) {
      if (!removeAll(withdrawal, store, lease)) {
        return;
      }
    }
    int deleted = STEP;
    while (deleted > 0) {
      deleted =
          lease.inTransaction(
              connection -> withdrawals.deleteFromLedgers(connection, withdrawal, STEP));
    }
    if (lease.inTransaction(connection -> complete(connection, withdrawal))) {
      Log.infof("tenant %s: upload %s is taken back", withdrawal.tenant(), withdrawal.upload());
    }
  }

  private boolean complete(Connection connection, Open withdrawal) throws SQLException {
    if (!withdrawals.lock(connection, withdrawal)) {
      return false;
    }
    withdrawals.complete(connection, withdrawal);
    uploads.endWithdrawal(connection, withdrawal.tenant(), withdrawal.upload());
    return true;
  }

  /// Goes through the events in their order, again and again until there are none: another
  /// withdrawal may hand events over behind the place that is reached.
  /// False where somebody holds the withdrawal's row: then it comes again later.
  private boolean removeAll(Open withdrawal, Store store, Lease lease) throws SQLException {
    var events = new UploadedEvents(store, withdrawal.upload());
    UploadedEvents.Key last = null;
    while (true) {
      var from = last;
      var keys = Sql.inTransaction(database, connection -> events.after(connection, from, STEP));
      if (keys.isEmpty() && last == null) {
        return true;
      }
      last = keys.isEmpty() ? null : keys.getLast();
      if (!keys.isEmpty()
          && !lease.inTransaction(connection -> remove(connection, withdrawal, events, keys))) {
        return false;
      }
    }
  }

  private boolean remove(
      Connection connection, Open withdrawal, UploadedEvents events, List<UploadedEvents.Key> keys)
      throws SQLException {
    if (!withdrawals.lock(connection, withdrawal)) {
      return false;
    }
    var removed = events.remove(connection, keys);
    if (!removed.isEmpty()) {
      var cause =
          Removals.Cause.withdrawal(
              withdrawal.upload(), withdrawal.reason(), withdrawal.requestedBy());
      Removals.record(connection, events.store(), removed, cause);
      withdrawals.addRemoved(connection, withdrawal, removed.count());
    }
    return true;
  }
}
