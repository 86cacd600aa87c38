package io.tarn.ingest.storage;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.ingest.config.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/// Makes the partitions of the coming days, so that the writer seldom has to. One replica at a time
/// does it, in one small transaction a store.
@ApplicationScoped
class PartitionsAheadJob {
  private static final String JOB = "partitions-ahead";

  private final DataSource database;
  private final Stores stores;
  private final StorePartitions partitions;
  private final StorageConfig config;

  PartitionsAheadJob(
      DataSource database, Stores stores, StorePartitions partitions, StorageConfig config) {
    this.database = database;
    this.stores = stores;
    this.partitions = partitions;
    this.config = config;
  }

  @Scheduled(
      identity = JOB,
      every = "{tarn.ingest.storage.partitions-every}",
      delayed = "1m",
      concurrentExecution = ConcurrentExecution.SKIP)
  void makeAhead() {
    try {
      if (takesLease()) {
        for (var store : stores.all()) {
          makeAhead(store);
        }
      }
    } catch (SQLException failure) {
      Log.warnf("partitions cannot be made ahead now: %s", failure.getMessage());
    }
  }

  private void makeAhead(Store store) {
    try {
      partitions.ensure(store, comingDays());
    } catch (SQLException | StorageException failure) {
      Log.warnf("no partitions ahead for a store now: %s", failure.getMessage());
    }
  }

  private Map<LocalDate, Long> comingDays() {
    var today = partitions.today();
    return IntStream.rangeClosed(0, config.daysAhead())
        .mapToObj(today::plusDays)
        .collect(Collectors.toMap(day -> day, _ -> 0L));
  }

  private boolean takesLease() throws SQLException {
    try (var connection = database.getConnection()) {
      return Sql.execute(
              connection,
              """
              insert into ingest.job_leases (job, held_until) values (?, now() + interval '10 minutes')
              on conflict (job) do update set held_until = excluded.held_until
              where job_leases.held_until < now()""",
              JOB)
          == 1;
    }
  }
}
