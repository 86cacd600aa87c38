package io.tarn.ingest.writing;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// The partitions of this process whose next offset Kafka's log does not hold. Nothing of them is
/// written: to go on elsewhere would pass over records, and whether that may be is an operator's
/// decision (ADR 3). Thread-safe.
@ApplicationScoped
class RefusedPartitions {
  private final Map<TopicPartition, Gap> gaps = new ConcurrentHashMap<>();

  /// The next offset to write, and what Kafka has instead.
  record Gap(long nextOffset, TopicLog.Bounds log) {
    @Override
    public String toString() {
      return "next offset %d, but Kafka's log reaches from %d to %d"
          .formatted(nextOffset, log.first(), log.end());
    }
  }

  /// Looks at a partition; says so once when it has to be refused, and once when it goes on.
  ///
  /// @param before the assignment before the log was asked
  /// @param after the assignment after it
  void look(Assignment before, Assignment after, TopicLog.Bounds log) {
    var partition = after.partition();
    if (after.nextOffset() < log.first() || before.nextOffset() > log.end()) {
      var gap = new Gap(after.nextOffset(), log);
      var known = gaps.put(partition, gap);
      if (known == null || known.nextOffset() != gap.nextOffset()) {
        Log.errorf(
            "partition %s is refused: %s. Records are lost, or the log is another; nothing of the"
                + " partition is written until an operator sets its offset (ADR 3)",
            partition, gap);
      }
    } else if (gaps.remove(partition) != null) {
      Log.warnf("partition %s goes on at offset %d", partition, after.nextOffset());
    }
  }

  boolean contains(TopicPartition partition) {
    return gaps.containsKey(partition);
  }

  /// Forgets partitions that are not this process's any more.
  void keepOnly(Map<TopicPartition, Assignment> assigned) {
    gaps.keySet().retainAll(assigned.keySet());
  }

  Map<TopicPartition, Gap> all() {
    return Map.copyOf(gaps);
  }
}
