package io.tarn.ingest.withdrawal;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.ingest.retention.Removals;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.Stores;
import io.tarn.ingest.upload.UploadService;
import io.tarn.ingest.withdrawal.WithdrawalRepository.Open;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Takes confirmed uploads back, a thousand events a transaction. Every step can be repeated, by
/// any replica: it begins anew from what is still there.
@ApplicationScoped
class WithdrawalJob {
  private static final int STEP = 1_000;

  private final DataSource database;
  private final WithdrawalRepository withdrawals;
  private final UploadService uploads;
  private final Stores stores;

  WithdrawalJob(
      DataSource database, WithdrawalRepository withdrawals, UploadService uploads, Stores stores) {
    this.database = database;
    this.withdrawals = withdrawals;
    this.uploads = uploads;
    this.stores = stores;
  }

  @Scheduled(
      identity = "withdrawals",
      every = "{tarn.ingest.uploads.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      for (var open : Sql.inTransaction(database, withdrawals::open)) {
        run(open);
      }
    } catch (SQLException failure) {
      Log.warnf("an upload cannot be taken back now: %s", failure.getMessage());
    }
  }

  private void run(Open withdrawal) throws SQLException {
    for (var store : stores.ofTenant(withdrawal.tenant())) {
      removeAll(withdrawal, store);
    }
    int deleted = STEP;
    while (deleted > 0) {
      deleted =
          Sql.inTransaction(
              database, connection -> withdrawals.deleteFromLedgers(connection, withdrawal, STEP));
    }
    Sql.runInTransaction(
        database,
        connection -> {
          if (withdrawals.lock(connection, withdrawal)) {
            withdrawals.complete(connection, withdrawal);
            uploads.endWithdrawal(connection, withdrawal.tenant(), withdrawal.upload());
          }
        });
    Log.infof("tenant %s: upload %s is taken back", withdrawal.tenant(), withdrawal.upload());
  }

  /// Goes through the events in their order, again and again until there are none: another
  /// withdrawal may hand events over behind the place that is reached.
  private void removeAll(Open withdrawal, Store store) throws SQLException {
    var events = new UploadedEvents(store, withdrawal.upload());
    UploadedEvents.Key last = null;
    while (true) {
      var from = last;
      var keys = Sql.inTransaction(database, connection -> events.after(connection, from, STEP));
      if (keys.isEmpty() && last == null) {
        return;
      }
      last = keys.isEmpty() ? null : keys.getLast();
      if (!keys.isEmpty()) {
        remove(withdrawal, events, keys);
      }
    }
  }

  private void remove(Open withdrawal, UploadedEvents events, List<UploadedEvents.Key> keys)
      throws SQLException {
    Sql.runInTransaction(
        database,
        connection -> {
          if (!withdrawals.lock(connection, withdrawal)) {
            return;
          }
          var removed = events.remove(connection, keys);
          if (!removed.isEmpty()) {
            var cause =
                Removals.Cause.withdrawal(
                    withdrawal.upload(), withdrawal.reason(), withdrawal.requestedBy());
            Removals.record(connection, events.store(), removed, cause);
            withdrawals.addRemoved(connection, withdrawal, removed.count());
          }
        });
  }
}
