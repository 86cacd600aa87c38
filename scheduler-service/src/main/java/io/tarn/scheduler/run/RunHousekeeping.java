package io.tarn.scheduler.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.scheduler.config.SchedulerConfig;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Removes runs that are no longer kept, and deleted schedules without runs. Can be repeated by
/// every replica.
@ApplicationScoped
class RunHousekeeping {
  private static final String RUNS = "delete from runs where ended_at < ?";
  private static final String SCHEDULES =
      """
      delete from schedules s where deleted_at is not null and not exists (
        select from runs r where r.tenant_id = s.tenant_id and r.schedule_id = s.id)""";

  private final Transactions transactions;
  private final SchedulerConfig config;
  private final Clock clock;

  RunHousekeeping(Transactions transactions, SchedulerConfig config, Clock clock) {
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "1h",
      delayed = "5m",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "run-housekeeping")
  void remove() {
    var before = clock.instant().minus(config.retention());
    transactions.run(
        connection -> {
          try (var runs = connection.prepareStatement(RUNS);
              var schedules = connection.prepareStatement(SCHEDULES)) {
            Values.bind(runs, before);
            runs.executeUpdate();
            schedules.executeUpdate();
          }
        });
  }
}
