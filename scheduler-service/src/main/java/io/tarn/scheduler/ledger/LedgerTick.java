package io.tarn.scheduler.ledger;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.common.id.Ids;
import io.tarn.scheduler.config.LedgerConfig;
import io.tarn.scheduler.data.LeasedWork;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.ledger.ProgressRows.Lease;
import io.tarn.scheduler.ledger.ProgressRows.LeaseLostException;
import io.tarn.scheduler.tenant.KnownTenant;
import io.tarn.scheduler.tenant.KnownTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The pulse of ledgers: brings those of active tenants up to date that no process is at. It does
/// not matter which process looks, or how often.
@ApplicationScoped
class LedgerTick {
  private final UUID self = Ids.uuid();
  private final LedgerStepper stepper;
  private final Leases leases;
  private final LedgerConfig config;
  private final LeasedWork<Lease> ledgers;

  LedgerTick(LedgerStepper stepper, Leases leases, LedgerConfig config) {
    this.stepper = stepper;
    this.leases = leases;
    this.config = config;
    this.ledgers =
        new LeasedWork<>(
            config.concurrent(),
            places -> leases.take(self, config.lease(), places),
            this::work,
            lease -> "ledger of tenant " + lease.tenant());
  }

  /// Leases on ledgers of active tenants.
  @ApplicationScoped
  static class Leases {
    private final Transactions transactions;
    private final ProgressRows progress;
    private final KnownTenants tenants;
    private final Clock clock;

    Leases(Transactions transactions, ProgressRows progress, KnownTenants tenants, Clock clock) {
      this.transactions = transactions;
      this.progress = progress;
      this.tenants = tenants;
      this.clock = clock;
    }

    List<Lease> take(UUID instance, Duration length, int most) {
      return transactions.in(
          connection -> {
            var active = tenants.active(connection).stream().map(KnownTenant::id).toList();
            var now = clock.instant();
            return progress.claim(connection, active, instance, now, now.plus(length), most);
          });
    }

    void keep(Lease lease, Duration length) {
      renew(lease, clock.instant().plus(length));
    }

    void giveUp(Lease lease) {
      renew(lease, clock.instant().minusMillis(1));
    }

    private void renew(Lease lease, Instant until) {
      transactions.run(connection -> progress.renew(connection, lease, until));
    }
  }

  @Scheduled(
      every = "{tarn.ledger.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "ledger")
  @RunOnVirtualThread
  void tick() {
    ledgers.takeOn();
  }

  private void work(Lease lease) {
    var heartbeat = Thread.ofVirtual().unstarted(() -> beat(lease));
    heartbeat.start();
    try {
      stepper.step(lease);
    } catch (LeaseLostException _) {
      Log.infof("tenant %s: the ledger is another process's", lease.tenant());
    } finally {
      heartbeat.interrupt();
      giveUp(lease);
    }
  }

  private void beat(Lease lease) {
    try {
      while (true) {
        Thread.sleep(config.lease().dividedBy(3));
        leases.keep(lease, config.lease());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      Log.warnf("tenant %s: the lease cannot be kept: %s", lease.tenant(), failure.toString());
    }
  }

  private void giveUp(Lease lease) {
    try {
      leases.giveUp(lease);
    } catch (RuntimeException failure) {
      // It runs out.
      Log.warnf("tenant %s: the lease cannot be given up: %s", lease.tenant(), failure.toString());
    }
  }
}
