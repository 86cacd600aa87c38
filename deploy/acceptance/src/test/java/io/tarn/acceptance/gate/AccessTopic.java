package io.tarn.acceptance.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A reader of the access records of requests that are sent from now on; records of earlier
/// requests, which may be published later, are left out.
final class AccessTopic implements AutoCloseable {
  private static final String TOPIC = "tarn.access.v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KafkaConsumer<String, String> consumer;
  private final Instant since;
  private final List<JsonNode> seen = new ArrayList<>();

  private AccessTopic(KafkaConsumer<String, String> consumer, Instant since) {
    this.consumer = consumer;
    this.since = since;
  }

  static AccessTopic fromNow(String bootstrapServers) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new StringDeserializer());
    var partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return new AccessTopic(consumer, Instant.now());
  }

  /// The records of one service about actors in this role, in the order of their publication.
  List<JsonNode> about(String service, String role) {
    read(Duration.ofMillis(200));
    return seen.stream()
        .filter(record -> record.path("service").asText().equals(service))
        .filter(record -> record.path("role").asText().equals(role))
        .toList();
  }

  /// The records, after no new one has arrived for a while.
  List<JsonNode> settled(String service, String role) {
    int read;
    do {
      read = read(Duration.ofSeconds(3));
    } while (read > 0);
    return about(service, role);
  }

  /// Number of records within this time, including those of earlier requests.
  private int read(Duration patience) {
    var published = consumer.poll(patience);
    for (ConsumerRecord<String, String> record : published) {
      var access = parsed(record.value());
      if (!Instant.parse(access.path("time").asText()).isBefore(since)) {
        seen.add(access);
      }
    }
    return published.count();
  }

  private static JsonNode parsed(String value) {
    try {
      return JSON.readTree(value);
    } catch (JsonProcessingException none) {
      throw new AssertionError("no JSON: " + value, none);
    }
  }

  static String id(JsonNode record) {
    return record.path("id").asText();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
