package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.ingest.config.IngestConfig;
import io.tarn.service.kafka.Topics;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;

/// As many writers as are set, and each partition of the events owned by one of them.
@QuarkusTest
@OnIngestParts
class WritersTest {
  private static final String GROUP = "tarn-ingest-writer";

  @Inject IngestConfig config;

  @Test
  void shareThePartitionsAmongThem() {
    try (var kafka =
        Admin.create(Map.of("bootstrap.servers", TestParts.running().bootstrapServers()))) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                var writers = writers(kafka);
                assertThat(writers).hasSize(config.writers());
                assertThat(writers).allSatisfy(writer -> assertThat(owned(writer)).isNotEmpty());
                assertThat(writers.stream().flatMap(writer -> owned(writer).stream()))
                    .containsExactlyInAnyOrder(0, 1, 2, 3);
              });
    }
  }

  private static List<MemberDescription> writers(Admin kafka)
      throws InterruptedException, ExecutionException {
    var groups = kafka.describeConsumerGroups(List.of(GROUP)).all().get();
    return List.copyOf(groups.get(GROUP).members());
  }

  private static List<Integer> owned(MemberDescription writer) {
    return writer.assignment().topicPartitions().stream()
        .filter(partition -> partition.topic().equals(Topics.EVENTS))
        .map(partition -> partition.partition())
        .toList();
  }
}
