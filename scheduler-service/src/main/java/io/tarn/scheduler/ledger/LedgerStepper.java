package io.tarn.scheduler.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.ledger.ProgressRows.Lease;
import io.tarn.scheduler.ledger.change.ChangeEvent;
import io.tarn.scheduler.ledger.change.EventFacts;
import io.tarn.scheduler.ledger.change.WriteEvents;
import io.tarn.scheduler.reading.ReadPurpose;
import io.tarn.scheduler.reading.ResultTruncatedException;
import io.tarn.scheduler.reading.TenantReader;
import io.tarn.scheduler.run.Executions.RowVisitor;
import io.tarn.scheduler.run.RunFault;
import io.tarn.scheduler.run.RunWindow;
import io.tarn.scheduler.schedule.ScheduledQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings the ledger of one tenant up to date, under a lease.
///
/// Events are read by windows of arrival that join (ADR 21). The rows of a window are kept in
/// batches, each in a transaction, and the position moves when all are kept; a window that is read
/// again adds nothing twice. A window that is too large for a result is halved until it is not.
@ApplicationScoped
class LedgerStepper {
  private static final int BATCH = 500;
  private static final int MOST_WINDOWS = 100;

  private final TenantReader reader;
  private final Transactions transactions;
  private final ProgressRows progress;
  private final SettingsRows settings;
  private final LedgerBook book;
  private final Rejudging rejudging;
  private final Clock clock;

  LedgerStepper(
      TenantReader reader,
      Transactions transactions,
      ProgressRows progress,
      SettingsRows settings,
      LedgerBook book,
      Rejudging rejudging,
      Clock clock) {
    this.reader = reader;
    this.transactions = transactions;
    this.progress = progress;
    this.settings = settings;
    this.book = book;
    this.rejudging = rejudging;
    this.clock = clock;
  }

  /// Adds what came in, then judges anew what has to be.
  ///
  /// @throws ProgressRows.LeaseLostException if somebody else has the ledger meanwhile
  void step(Lease lease) {
    try {
      readOn(lease);
    } catch (RunFault fault) {
      Log.infof("tenant %s: the ledger cannot read on now: %s", lease.tenant(), fault.problem());
    }
    rejudging.run(lease);
  }

  private void readOn(Lease lease) {
    var end = reader.position(lease.tenant(), ReadPurpose.CHANGE_LEDGER);
    for (int windows = 0; windows < MOST_WINDOWS; windows++) {
      var at = transactions.in(connection -> progress.lock(connection, lease));
      var known = settings(lease);
      var start = at.covered() == null ? known.fromPosition() : at.covered();
      if (start >= end) {
        return;
      }
      var step = at.step();
      var to = step == null ? end : Math.min(end, start + step);
      try {
        readWindow(lease, known, new RunWindow.Arrival(start, to));
        var wider = step == null || to == end ? null : Long.valueOf(step * 2);
        transactions.run(connection -> move(connection, lease, to, wider));
      } catch (ResultTruncatedException | RunFault.Refused tooMuch) {
        if (to - start <= 1) {
          throw tooMuch;
        }
        var narrower = (to - start) / 2;
        transactions.run(connection -> move(connection, lease, at.covered(), narrower));
      }
    }
  }

  private void move(Connection connection, Lease lease, @Nullable Long covered, @Nullable Long step)
      throws SQLException {
    var _ = progress.lock(connection, lease);
    progress.move(connection, lease, covered, step);
  }

  private LedgerSettings settings(Lease lease) {
    return transactions.in(connection -> settings.find(connection, lease.tenant())).settings();
  }

  private void readWindow(Lease lease, LedgerSettings settings, RunWindow.Arrival window) {
    for (int index = 0; index < settings.stores().size(); index++) {
      var store = settings.stores().get(index);
      var key =
          "ledger-%d-%d-%d-%d"
              .formatted(window.startPosition(), window.endPosition(), lease.fencingToken(), index);
      var query =
          new ScheduledQuery(
              null, ChangeStatement.of(store, settings.hasDataEvents()), List.of(), Map.of());
      var keeper = new Keeper(lease, settings, store);
      reader.read(lease.tenant(), ReadPurpose.CHANGE_LEDGER, key, query, window, keeper);
      keeper.flush();
    }
  }

  /// Keeps the changes among the rows, some at a time.
  private final class Keeper implements RowVisitor {
    private final Lease lease;
    private final LedgerSettings settings;
    private final String store;
    private final List<ChangeEvent> batch = new ArrayList<>();

    Keeper(Lease lease, LedgerSettings settings, String store) {
      this.lease = lease;
      this.settings = settings;
      this.store = store;
    }

    @Override
    public void columns(List<String> names) {
      // There is one.
    }

    @Override
    public void row(JsonNode row) {
      EventFacts.of(row.path(0).asText(), store)
          .filter(event -> WriteEvents.isChange(event, settings.hasDataEvents()))
          .ifPresent(batch::add);
      if (batch.size() >= BATCH) {
        flush();
      }
    }

    void flush() {
      if (batch.isEmpty()) {
        return;
      }
      transactions.run(
          connection -> {
            var _ = progress.lock(connection, lease);
            book.add(connection, lease.tenant(), batch, clock.instant());
          });
      batch.clear();
    }
  }
}
