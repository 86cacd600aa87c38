package io.tarn.ingest.storage;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Joins partitions that were made too short.
@ApplicationScoped
public class PartitionMergeJob {
  private static final String JOB = "partition-merge";

  private final JobLeases leases;
  private final Stores stores;
  private final StorePartitions partitions;
  private final PartitionMerge merge;
  private final DataSource database;

  PartitionMergeJob(
      JobLeases leases,
      Stores stores,
      StorePartitions partitions,
      PartitionMerge merge,
      DataSource database) {
    this.database = database;
    this.leases = leases;
    this.stores = stores;
    this.partitions = partitions;
    this.merge = merge;
  }

  @Scheduled(
      identity = JOB,
      every = "{tarn.ingest.storage.merge-every}",
      delayed = "5m",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void mergeQuiet() {
    leases.run(JOB, lease -> stores.all().forEach(store -> mergeQuiet(store, lease)));
  }

  /// Does the store's joins, until there is none left or one has to wait.
  void mergeQuiet(Store store, Lease lease) {
    try {
      dropLeftovers(store, lease);
      var next = partitions.nextMerge(store);
      while (next.isPresent() && merge.merge(store, next.get(), lease)) {
        next = partitions.nextMerge(store);
      }
    } catch (SQLException failure) {
      Log.warnf("partitions of store %s stay apart: %s", store.id(), failure.getMessage());
    }
  }

  private void dropLeftovers(Store store, Lease lease) throws SQLException {
    for (var name : Sql.inTransaction(database, connection -> Leftovers.find(connection, store))) {
      Log.warnf("store %s: %s was left behind and is dropped", store.id(), name);
      var _ =
          lease.inTransaction(
              connection -> {
                Leftovers.dropUnlessPartition(connection, store, name);
                return true;
              });
    }
  }
}
