package io.tarn.ingest.writing;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Asks Kafka for the id of the topic and from where to where its log reaches. Thread-safe.
@ApplicationScoped
class TopicLog {
  private static final int SECONDS = 10;

  private final Admin admin;

  /// @param first the oldest offset that Kafka still has
  /// @param end the offset that the next record gets
  record Bounds(long first, long end) {}

  TopicLog(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /// Kafka's id of the topic.
  ///
  /// @throws ExecutionException Kafka cannot be asked now
  String idOf(String topic) throws ExecutionException {
    var topics = await(admin.describeTopics(List.of(topic)).allTopicNames());
    return Objects.requireNonNull(topics.get(topic)).topicId().toString();
  }

  /// The bounds of each partition.
  ///
  /// @throws ExecutionException Kafka cannot be asked now
  Map<TopicPartition, Bounds> bounds(Collection<TopicPartition> partitions)
      throws ExecutionException {
    var first = offsets(partitions, OffsetSpec.earliest());
    var end = offsets(partitions, OffsetSpec.latest());
    var bounds = new HashMap<TopicPartition, Bounds>();
    first.forEach(
        (partition, offset) ->
            bounds.put(partition, new Bounds(offset, end.getOrDefault(partition, offset))));
    return bounds;
  }

  private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException {
    var found = new HashMap<TopicPartition, Long>();
    var wanted = partitions.stream().collect(Collectors.toMap(of -> of, _ -> which));
    await(admin.listOffsets(wanted).all())
        .forEach((partition, offset) -> found.put(partition, offset.offset()));
    return found;
  }

  private static <T> T await(KafkaFuture<T> answer) throws ExecutionException {
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new ExecutionException(late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ExecutionException(interrupted);
    }
  }

  @PreDestroy
  void close() {
    admin.close();
  }
}
