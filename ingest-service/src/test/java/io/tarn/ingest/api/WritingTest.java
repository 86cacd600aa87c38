package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What the writer makes of records that did not come by intake, and of a world that changes under
/// it.
@QuarkusTest
@OnIngestParts
class WritingTest {
  private static final String TOPIC = "tarn.events.v1";
  private static final String EVENT = "{\"eventID\":\"%s\",\"eventTime\":\"2026-11-20T10:00:00Z\"}";

  @Inject KafkaClientService clients;

  @Inject
  @Identifier("event-writer")
  KafkaConsumerRebalanceListener listener;

  @Test
  void setsAsideRecordsWhoseHeadersOrContentAreNoEventOfATenant() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");

    // when
    send(acme, globex.store().toString(), 0, EVENT.formatted("1"));
    send(acme, "no uuid", 0, EVENT.formatted("2"));
    send(acme, acme.store().toString(), 0, "no json");
    send(acme, acme.store().toString(), 0, null);
    send(acme, acme.store().toString(), 0, EVENT.formatted("3").replace("2026", "1999"));
    send(acme, acme.store().toString(), 0, EVENT.formatted("4"));
    acme.awaitReceived(6);

    // then
    assertThat(reasons(acme))
        .containsExactly(
            List.of("unknown-store"),
            List.of("unknown-store"),
            List.of("not-json"),
            List.of("not-json"),
            List.of("event-time-too-early"));
    assertThat(TestTenant.rows("select event_id from " + acme.table()))
        .containsExactly(List.of("4"));
    assertThat(TestTenant.rows("select 1 from " + globex.table())).isEmpty();
  }

  @Test
  void goesOnAtTheOffsetInTheDatabaseWhenItMovedByItself() throws SQLException {
    // given
    var acme = TestTenant.make("acme");
    send(acme, acme.store().toString(), 1, EVENT.formatted("1"));
    acme.awaitReceived(1);

    // when
    execute(
        "update ingest.topic_offsets set next_offset = next_offset - 1 where kafka_partition = 1");
    send(acme, acme.store().toString(), 1, EVENT.formatted("2"));

    // then: the first comes once more and changes nothing
    acme.awaitReceived(3);
    assertThat(acme.counters()).containsEntry("stored", 2L).containsEntry("duplicates", 1L);
  }

  @Test
  void readsAgainWhatTheConsumerPassedOver() throws SQLException {
    // given
    var acme = TestTenant.make("acme");
    send(acme, acme.store().toString(), 2, EVENT.formatted("1"));
    acme.awaitReceived(1);

    // when
    passOver(2);
    send(acme, acme.store().toString(), 2, EVENT.formatted("2"));
    send(acme, acme.store().toString(), 2, EVENT.formatted("3"));
    acme.awaitReceived(3);

    // then
    assertThat(acme.counters()).containsEntry("stored", 3L).containsEntry("duplicates", 0L);
  }

  @Test
  void readsAgainWhatTheConsumerPassedOverAlsoWhenNothingFollows() throws SQLException {
    // given
    var acme = TestTenant.make("acme");
    send(acme, acme.store().toString(), 3, EVENT.formatted("1"));
    acme.awaitReceived(1);

    // when
    passOver(3);
    send(acme, acme.store().toString(), 3, EVENT.formatted("2"));
    acme.awaitReceived(2);

    // then
    assertThat(acme.counters()).containsEntry("stored", 2L).containsEntry("duplicates", 0L);
  }

  @Test
  void takesOverAgainWhatALateConsumerBeganAndEnded() {
    // given: a consumer that hears late of a rebalance thinks that the partition is its own
    var acme = TestTenant.make("acme");
    var partition = List.of(new TopicPartition(TOPIC, 0));
    try (var late = new MockConsumer<Object, Object>("earliest")) {
      late.assign(partition);
      listener.onPartitionsAssigned(late, partition);

      // when
      listener.onPartitionsRevoked(late, partition);
    }
    send(acme, acme.store().toString(), 0, EVENT.formatted("1"));

    // then
    acme.awaitReceived(1);
    assertThat(acme.counters()).containsEntry("stored", 1L);
  }

  @Test
  void outlivesConnectionsThatTheDatabaseEnds() throws SQLException {
    // given
    var acme = TestTenant.make("acme");

    // when
    for (int i = 0; i < 20; i++) {
      send(acme, acme.store().toString(), i % 4, EVENT.formatted(i));
      execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tarn_ingest'");
    }
    acme.awaitReceived(20);

    // then
    assertThat(acme.counters()).containsEntry("stored", 20L).containsEntry("duplicates", 0L);
  }

  @Test
  void isReadyAndSaysNothingUnsafe() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP")));
  }

  /// The consumer of the partition goes one offset too far.
  private void passOver(int partition) {
    var passed = new TopicPartition(TOPIC, partition);
    clients
        .getConsumerChannels()
        .forEach(
            channel ->
                clients
                    .getConsumers(channel)
                    .forEach(
                        client ->
                            client
                                .runOnPollingThread(
                                    consumer -> {
                                      if (consumer.assignment().contains(passed)) {
                                        consumer.seek(passed, consumer.position(passed) + 1);
                                      }
                                    })
                                .await()
                                .atMost(Duration.ofSeconds(10))));
  }

  private static List<List<Object>> reasons(TestTenant tenant) {
    return TestTenant.rows(
        "select reason from ingest.dead_letters where tenant_id = '%s' order by kafka_offset"
            .formatted(tenant.id().value()));
  }

  private static void execute(String statement) throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }

  private static void send(TestTenant tenant, String store, int partition, String value) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestParts.running().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
      var sent = new ProducerRecord<String, byte[]>(TOPIC, partition, store, bytes);
      sent.headers().add("tenant", tenant.id().value().getBytes(StandardCharsets.UTF_8));
      sent.headers().add("store", store.getBytes(StandardCharsets.UTF_8));
      var _ = producer.send(sent);
    }
  }
}
