package io.tarn.ingest.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// The Kafka partitions that this process writes now, with their next offsets. Thread-safe.
///
/// Several consumers share it. One that hears late that it lost a partition must not end what
/// another has begun meanwhile, so each assignment remembers its consumer.
@ApplicationScoped
class Assignments {
  private final Map<TopicPartition, Assignment> assigned = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Object> consumers = new ConcurrentHashMap<>();

  /// The assignment, while the partition is this process's.
  Optional<Assignment> find(TopicPartition partition) {
    return Optional.ofNullable(assigned.get(partition));
  }

  /// All assignments as they are now.
  Map<TopicPartition, Assignment> all() {
    return Map.copyOf(assigned);
  }

  synchronized void begin(Object consumer, Assignment assignment) {
    consumers.put(assignment.partition(), consumer);
    assigned.put(assignment.partition(), assignment);
  }

  synchronized void end(Object consumer, Collection<TopicPartition> partitions) {
    for (var partition : partitions) {
      if (consumers.remove(partition, consumer)) {
        assigned.remove(partition);
      }
    }
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
