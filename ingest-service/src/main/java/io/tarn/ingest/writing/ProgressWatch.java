package io.tarn.ingest.writing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Sees partitions that stand still although the consumer has read on, and has them read again. A
/// batch that was dropped during a rebalance would otherwise be missed until the next one.
@ApplicationScoped
class ProgressWatch {
  private final Assignments assignments;
  private final PartitionRetaker retaker;
  private volatile Map<TopicPartition, Assignment> before = Map.of();

  ProgressWatch(Assignments assignments, PartitionRetaker retaker) {
    this.assignments = assignments;
    this.retaker = retaker;
  }

  /// Reading a batch again that is still on its way is harmless: it is known by its offsets.
  @Scheduled(
      every = "{tarn.ingest.writing.watch-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    var now = assignments.all();
    now.forEach(
        (partition, assignment) -> {
          if (assignment.equals(before.get(partition))) {
            retaker.reread(partition);
          }
        });
    before = now;
  }
}
