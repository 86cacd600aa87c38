package io.tarn.scheduler.notification;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.scheduler.config.NotificationConfig;
import io.tarn.scheduler.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Removes lines of the log that are no longer kept. Can be repeated by every replica.
@ApplicationScoped
class NotificationHousekeeping {
  private final Transactions transactions;
  private final NotificationRows rows;
  private final NotificationConfig config;
  private final Clock clock;

  NotificationHousekeeping(
      Transactions transactions, NotificationRows rows, NotificationConfig config, Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "1h",
      delayed = "7m",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "notification-housekeeping")
  void remove() {
    var before = clock.instant().minus(config.retention());
    transactions.run(connection -> rows.remove(connection, before));
  }
}
