package io.tarn.scheduler.export;

import io.tarn.common.id.Ids;
import io.tarn.scheduler.config.ExportConfig;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Leases on exports that are to be gone on with. A process that dies loses its leases when their
/// time is over; the fencing token lets nobody but the last holder write.
@ApplicationScoped
public class ExportLeases {
  private final UUID self = Ids.uuid();
  private final Transactions transactions;
  private final ExportRows rows;
  private final ExportConfig config;
  private final Clock clock;

  public ExportLeases(
      Transactions transactions, ExportRows rows, ExportConfig config, Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.config = config;
    this.clock = clock;
  }

  /// Exports that this process now has for itself, those first that have waited longest.
  public List<Export> take(int most) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transactions.in(
        connection -> rows.claim(connection, self, now, now.plus(config.lease()), most));
  }
}
