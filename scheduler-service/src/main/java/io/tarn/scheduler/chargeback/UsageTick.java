package io.tarn.scheduler.chargeback;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.MonthClosed;
import io.tarn.scheduler.chargeback.ChargebackException.Unreadable;
import io.tarn.scheduler.config.ChargebackConfig;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.tenant.KnownTenant;
import io.tarn.scheduler.tenant.KnownTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Reads usage of open months again and again: all of a month the first time, then its last days,
/// for events come late. Closing reads the whole month. It does not matter which process reads.
@ApplicationScoped
class UsageTick {
  private final Transactions transactions;
  private final KnownTenants tenants;
  private final ChargebackRows rows;
  private final UsageCollector collector;
  private final ChargebackConfig config;
  private final Clock clock;

  // One more than is usual, as it joins what tenants there are with what is known of them.
  UsageTick(
      Transactions transactions,
      KnownTenants tenants,
      ChargebackRows rows,
      UsageCollector collector,
      ChargebackConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.tenants = tenants;
    this.rows = rows;
    this.collector = collector;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "{tarn.scheduler.chargeback.every}",
      delayed = "1m",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "chargeback-usage")
  @RunOnVirtualThread
  void tick() {
    var month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    for (var tenant : transactions.in(tenants::active).stream().map(KnownTenant::id).toList()) {
      for (var meter : enabled(tenant)) {
        // The month before is still open where nobody has closed it.
        read(tenant, meter, month.minusMonths(1));
        read(tenant, meter, month);
      }
    }
  }

  private List<Meter> enabled(TenantId tenant) {
    return transactions.in(connection -> rows.meters().list(connection, tenant)).stream()
        .filter(Meter::isEnabled)
        .toList();
  }

  private void read(TenantId tenant, Meter meter, YearMonth month) {
    var now = clock.instant();
    var next = now.plus(config.readEvery());
    var claim =
        transactions.in(
            connection ->
                rows.statements().find(connection, tenant, month).isPresent()
                    ? Optional.<UsageRows.Claim>empty()
                    : rows.usage().claim(connection, tenant, meter.id(), month, now, next));
    if (claim.isEmpty()) {
      return;
    }
    try {
      var today = now.atZone(ZoneOffset.UTC).toLocalDate();
      collector.collect(tenant, meter, month, days(month, claim.get().last() == null, today));
    } catch (Unreadable | MonthClosed failure) {
      // It stands in the statement, and is tried again when it is due.
      Log.warnf("tenant %s: %s", tenant, failure.getMessage());
    } catch (RuntimeException failure) {
      Log.errorf(failure, "tenant %s: usage of %s cannot be kept", tenant, meter.id());
    }
  }

  private Days days(YearMonth month, boolean isFirst, LocalDate today) {
    var all = Days.of(month);
    if (isFirst) {
      return all;
    }
    var end = today.isBefore(all.to()) ? today.plusDays(1) : all.to();
    var begin = end.minusDays(config.lateDays() + 1L);
    return new Days(begin.isBefore(all.from()) ? all.from() : begin, end);
  }
}
