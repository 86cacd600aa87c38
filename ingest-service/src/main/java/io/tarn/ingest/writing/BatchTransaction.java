package io.tarn.ingest.writing;

import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StoreDays;
import io.tarn.ingest.storage.StorePartitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Writes a batch in one transaction: the next offset, the events, the ledgers.
///
/// The offset comes first: it locks out another owner before any work is done.
@ApplicationScoped
class BatchTransaction {
  private final DataSource database;
  private final StorePartitions partitions;
  private final StagingPages pages = new StagingPages();

  BatchTransaction(DataSource database, StorePartitions partitions) {
    this.database = database;
    this.partitions = partitions;
  }

  /// Writes the batch and moves the partition's offset to `next`.
  List<StoreCounters.Outcome> write(Assignment assignment, Batch batch, long next)
      throws SQLException, WriteException.AnotherOwner {
    ensurePartitions(batch);
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!TopicOffsets.advance(connection, assignment, next)) {
          throw new WriteException.AnotherOwner();
        }
        var outcomes = insert(connection, assignment, batch);
        UploadCounters.reject(connection, assignment.partition().partition(), batch.deadLetters());
        connection.commit();
        return outcomes;
      } finally {
        rollback(connection);
      }
    }
  }

  /// Whether the database takes the batch; nothing of it stays but partitions that it needs.
  void rehearse(Assignment assignment, Batch batch) throws SQLException {
    ensurePartitions(batch);
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        insert(connection, assignment, batch);
        UploadCounters.reject(connection, assignment.partition().partition(), batch.deadLetters());
      } finally {
        rollback(connection);
      }
    }
  }

  /// Looks anew for partitions: one may have been removed.
  void forgetPartitions() {
    partitions.forgetAll();
  }

  private List<StoreCounters.Outcome> insert(
      Connection connection, Assignment assignment, Batch batch) throws SQLException {
    var outcomes = new ArrayList<StoreCounters.Outcome>();
    for (var kind : batch.byCategory().entrySet()) {
      var staging = assignment.staging(kind.getKey());
      staging.clear(connection, pages.isSmall(staging, kind.getValue()));
      staging.copy(connection, kind.getValue().events());
      for (var store : kind.getValue().byStore().entrySet()) {
        outcomes.add(insert(connection, staging, store.getKey(), store.getValue()));
      }
    }
    return outcomes;
  }

  private static StoreCounters.Outcome insert(
      Connection connection, StagingTable staging, Store store, List<Batch.StagedEvent> events)
      throws SQLException {
    var insert = new StoreInsert(staging, store);
    var counts = new FileCounts(events);
    insert.lock(connection);
    var stored = insert.insert(connection);
    stored.forEach(counts::stored);
    new MappingFaults(staging, store).count(connection, events);
    if (counts.stored() < events.size()) {
      counts.conflicts(insert.recordConflicts(connection));
      insert.recordDuplicateUploads(connection);
    }
    long bytes = events.stream().mapToLong(Batch.StagedEvent::originalLength).sum();
    var outcome =
        new StoreCounters.Outcome(events.size(), counts.stored(), counts.conflicts(), bytes);
    StoreDays.add(connection, store, staging.kafkaPartition(), byDay(stored));
    StoreCounters.count(connection, store, staging.kafkaPartition(), outcome);
    UploadCounters.count(connection, staging.kafkaPartition(), counts.byFile());
    return outcome;
  }

  private static Map<LocalDate, StoreDays.Count> byDay(List<StoreInsert.Stored> stored) {
    var days = new TreeMap<LocalDate, StoreDays.Count>();
    stored.forEach(some -> days.merge(some.day(), some.count(), StoreDays.Count::plus));
    return days;
  }

  private void ensurePartitions(Batch batch) throws SQLException {
    for (var store : batch.byStore().entrySet()) {
      Map<LocalDate, Long> days =
          store.getValue().stream()
              .collect(Collectors.groupingBy(Batch.StagedEvent::day, Collectors.counting()));
      partitions.ensure(store.getKey(), days);
    }
  }

  /// Does nothing after a commit. A connection that cannot roll back is broken, and then the
  /// database has rolled back by itself.
  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException _) {
      return;
    }
  }
}
