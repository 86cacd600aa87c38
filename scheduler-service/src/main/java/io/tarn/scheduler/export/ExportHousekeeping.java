package io.tarn.scheduler.export;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.scheduler.config.ExportConfig;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Removes exports that are no longer kept; their files stay in S3. Can be repeated by every
/// replica.
@ApplicationScoped
class ExportHousekeeping {
  private static final String EXPORTS = "delete from exports where ended_at < ?";

  private final Transactions transactions;
  private final ExportConfig config;
  private final Clock clock;

  ExportHousekeeping(Transactions transactions, ExportConfig config, Clock clock) {
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "1h",
      delayed = "7m",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "export-housekeeping")
  void remove() {
    var before = clock.instant().minus(config.retention());
    transactions.run(
        connection -> {
          try (var exports = connection.prepareStatement(EXPORTS)) {
            Values.bind(exports, before);
            exports.executeUpdate();
          }
        });
  }
}
