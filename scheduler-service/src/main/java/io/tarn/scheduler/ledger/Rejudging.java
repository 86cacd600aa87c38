package io.tarn.scheduler.ledger;

import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.ledger.ProgressRows.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/// Judges changes anew: those of ranges in which something became known, and pending ones whose
/// waiting time is over. Each batch is a transaction of its own.
@ApplicationScoped
class Rejudging {
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final ProgressRows progress;
  private final EntryRows entries;
  private final RejudgementRows ranges;
  private final LedgerBook book;
  private final Clock clock;

  Rejudging(
      Transactions transactions,
      ProgressRows progress,
      EntryRows entries,
      RejudgementRows ranges,
      LedgerBook book,
      Clock clock) {
    this.transactions = transactions;
    this.progress = progress;
    this.entries = entries;
    this.ranges = ranges;
    this.book = book;
    this.clock = clock;
  }

  /// Does all that is to be done.
  ///
  /// @throws ProgressRows.LeaseLostException if somebody else has the ledger meanwhile
  void run(Lease lease) {
    transactions.run(
        connection -> {
          var _ = progress.lock(connection, lease);
          ranges.join(connection, lease.tenant());
        });
    boolean isMore = true;
    while (isMore) {
      isMore = inTransaction(lease, this::judgeRange);
    }
    isMore = true;
    while (isMore) {
      isMore = inTransaction(lease, this::judgeDue);
    }
  }

  /// One batch; true if there may be more.
  @FunctionalInterface
  private interface Batch {
    boolean judge(Connection connection, Lease lease) throws SQLException;
  }

  private boolean inTransaction(Lease lease, Batch batch) {
    return transactions.in(
        connection -> {
          var _ = progress.lock(connection, lease);
          return batch.judge(connection, lease);
        });
  }

  private boolean judgeRange(Connection connection, Lease lease) throws SQLException {
    var tenant = lease.tenant();
    var next = ranges.next(connection, tenant);
    if (next.isEmpty()) {
      return false;
    }
    var range = next.get();
    var changes = entries.inRange(connection, tenant, range, BATCH);
    var _ = book.judge(connection, tenant, changes, clock.instant());
    if (changes.size() < BATCH) {
      ranges.remove(connection, tenant, range.id());
    } else {
      ranges.advance(connection, tenant, range.id(), changes.getLast());
    }
    return true;
  }

  private boolean judgeDue(Connection connection, Lease lease) throws SQLException {
    var now = clock.instant();
    var due = entries.due(connection, lease.tenant(), now, BATCH);
    var _ = book.judge(connection, lease.tenant(), due, now);
    return due.size() == BATCH;
  }
}
