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

/// Makes the partitions of the coming days, so that the writer seldom has to. One replica at a time
/// does it, in one small transaction a store.
@ApplicationScoped
class PartitionsAheadJob {
  private static final String JOB = "partitions-ahead";

  private final JobLeases leases;
  private final Stores stores;
  private final StorePartitions partitions;
  private final StorageConfig config;

  PartitionsAheadJob(
      JobLeases leases, Stores stores, StorePartitions partitions, StorageConfig config) {
    this.leases = leases;
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
    leases.run(JOB, lease -> stores.all().forEach(store -> makeAhead(store, lease)));
  }

  private void makeAhead(Store store, Lease lease) {
    try {
      lease.require();
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
}
