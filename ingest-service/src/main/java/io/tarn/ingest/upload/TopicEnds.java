package io.tarn.ingest.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.service.kafka.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where the partitions of the events' topic end now. What a lost intake published lies before.
@ApplicationScoped
class TopicEnds {
  private static final int SECONDS = 10;

  private final String bootstrapServers;
  private final ObjectMapper json;

  TopicEnds(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      ObjectMapper json) {
    this.bootstrapServers = bootstrapServers;
    this.json = json;
  }

  /// As JSON: Kafka's id of the topic, and the end of each partition.
  String json() throws InterruptedException, ExecutionException, TimeoutException {
    try (var admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      var topic =
          admin
              .describeTopics(List.of(Topics.EVENTS))
              .topicNameValues()
              .values()
              .iterator()
              .next()
              .get(SECONDS, TimeUnit.SECONDS);
      Map<TopicPartition, OffsetSpec> wanted =
          topic.partitions().stream()
              .collect(
                  Collectors.toMap(
                      partition -> new TopicPartition(Topics.EVENTS, partition.partition()),
                      _ -> OffsetSpec.latest()));
      Map<Integer, Long> ends =
          admin.listOffsets(wanted).all().get(SECONDS, TimeUnit.SECONDS).entrySet().stream()
              .collect(
                  Collectors.toMap(
                      end -> end.getKey().partition(), end -> end.getValue().offset()));
      return text(Map.of("topicId", topic.topicId().toString(), "ends", ends));
    }
  }

  private String text(Map<String, Object> ends) {
    try {
      return json.writeValueAsString(ends);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("offsets are no JSON", failure);
    }
  }
}
