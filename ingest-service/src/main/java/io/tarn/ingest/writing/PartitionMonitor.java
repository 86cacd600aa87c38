package io.tarn.ingest.writing;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/// Monitors the partitions of this process: how far each is behind Kafka, whether Kafka still
/// has what comes next, and whether one stands still although the consumer has read on. A batch
/// that was dropped during a rebalance would otherwise be missed until the next one.
@ApplicationScoped
class PartitionMonitor {
  private final Assignments assignments;
  private final PartitionReassigner reassigner;
  private final TopicLog log;
  private final RefusedPartitions refused;
  private final WritingMetrics metrics;
  private final DataSource database;
  private volatile Map<TopicPartition, Assignment> before = Map.of();

  PartitionMonitor(
      Assignments assignments,
      PartitionReassigner reassigner,
      TopicLog log,
      RefusedPartitions refused,
      WritingMetrics metrics,
      DataSource database) {
    this.assignments = assignments;
    this.reassigner = reassigner;
    this.log = log;
    this.refused = refused;
    this.metrics = metrics;
    this.database = database;
  }

  @Scheduled(
      every = "{tarn.ingest.writing.watch-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    var now = assignments.all();
    compareWithLog(now);
    now.values().forEach(this::lookAt);
    reassigner.reassignForgotten();
    before = now;
  }

  /// Reading a batch again that is still on its way is harmless: it is known by its offsets.
  private void lookAt(Assignment assignment) {
    if (refused.contains(assignment.partition())) {
      goOnWhereAnOperatorSays(assignment);
    } else if (assignment.equals(before.get(assignment.partition()))) {
      reassigner.seekBack(assignment.partition());
    }
  }

  private void compareWithLog(Map<TopicPartition, Assignment> now) {
    try {
      var lags = new HashMap<TopicPartition, Long>();
      var bounds = log.bounds(now.keySet());
      for (var assignment : now.values()) {
        var partition = assignment.partition();
        var found = Objects.requireNonNull(bounds.get(partition));
        assignments.find(partition).ifPresent(after -> refused.look(assignment, after, found));
        lags.put(partition, Math.max(0, found.end() - assignment.nextOffset()));
      }
      refused.keepOnly(now);
      metrics.lag(lags);
    } catch (ExecutionException failure) {
      Log.warnf("Kafka's log cannot be looked at now: %s", failure.getMessage());
    }
  }

  private void goOnWhereAnOperatorSays(Assignment assignment) {
    try (var connection = database.getConnection()) {
      if (TopicOffsets.next(connection, assignment) != assignment.nextOffset()) {
        reassigner.reassign(assignment.partition());
      }
    } catch (SQLException failure) {
      Log.warnf("the offset of %s cannot be read now: %s", assignment, failure.getMessage());
    }
  }
}
