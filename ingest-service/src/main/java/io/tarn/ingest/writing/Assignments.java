package io.tarn.ingest.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// The Kafka partitions that this process writes now, with their next offsets. Thread-safe.
@ApplicationScoped
class Assignments {
  private final Map<TopicPartition, Assignment> assigned = new ConcurrentHashMap<>();

  /// The assignment, while the partition is this process's.
  Optional<Assignment> find(TopicPartition partition) {
    return Optional.ofNullable(assigned.get(partition));
  }

  void begin(Assignment assignment) {
    assigned.put(assignment.partition(), assignment);
  }

  void end(Collection<TopicPartition> partitions) {
    assigned.keySet().removeAll(partitions);
  }

  /// Moves on after a commit, unless the partition was taken away or given anew meanwhile.
  void advance(Assignment from, long next) {
    assigned.replace(from.partition(), from, from.at(next));
  }

  /// Gives up a partition that another process turned out to write.
  void drop(Assignment assignment) {
    assigned.remove(assignment.partition(), assignment);
  }
}
