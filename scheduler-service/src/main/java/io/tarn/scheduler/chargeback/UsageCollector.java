package io.tarn.scheduler.chargeback;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.MonthClosed;
import io.tarn.scheduler.chargeback.ChargebackException.Unreadable;
import io.tarn.scheduler.chargeback.UsageRows.Reading;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;

/// Reads usage and keeps it in the place of what was read before.
@ApplicationScoped
class UsageCollector {
  private static final Duration UNTIL_NEXT = Duration.ofHours(1);

  private final Transactions transactions;
  private final UsageReader reader;
  private final ChargebackRows rows;
  private final Clock clock;

  UsageCollector(Transactions transactions, UsageReader reader, ChargebackRows rows, Clock clock) {
    this.transactions = transactions;
    this.reader = reader;
    this.rows = rows;
    this.clock = clock;
  }

  /// Reads days of a month that is open.
  ///
  /// @throws Unreadable if there is no telling; then what was read before stays
  void collect(TenantId tenant, Meter meter, YearMonth month, Days days) {
    var begin = clock.instant();
    try {
      var read = reader.usage(tenant, meter, days);
      var reading = new Reading(meter.id(), begin, null);
      transactions.run(
          connection -> {
            rows.meters().lock(connection, tenant);
            if (rows.statements().find(connection, tenant, month).isPresent()) {
              throw new MonthClosed();
            }
            var now = rows.meters().find(connection, tenant, meter.id());
            if (now.isPresent() && now.get().version() == meter.version()) {
              rows.usage().replace(connection, tenant, meter.id(), days, read);
              rows.usage().note(connection, tenant, month, reading, begin.plus(UNTIL_NEXT));
            }
          });
    } catch (Unreadable failure) {
      var reading = new Reading(meter.id(), null, failure.getMessage());
      transactions.run(
          connection ->
              rows.usage().note(connection, tenant, month, reading, begin.plus(UNTIL_NEXT)));
      throw failure;
    }
  }
}
