package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.testing.TestParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where Kafka no longer has the next offset, nothing is passed over in silence: the partition
/// stands still, readiness says why, and an operator decides.
@QuarkusTest
@OnIngestParts
class OffsetGapTest {
  private static final TopicPartition PARTITION = new TopicPartition("tarn.events.v1", 3);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String HEALTH = "checks.find { it.name == 'event log' }.";

  private final Map<String, Object> kafka =
      Map.of("bootstrap.servers", TestParts.running().bootstrapServers());

  @AfterEach
  void leaveThePartitionToOtherTests() throws Exception {
    try (var admin = Admin.create(kafka)) {
      var ends = admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest())).all().get();
      setNextOffset(ends.get(PARTITION).offset());
    }
  }

  @Test
  void refusesAPartitionWhoseNextOffsetKafkaHasDeleted() throws Exception {
    // given
    var acme = TestTenant.make("acme");
    send(acme, "1");
    acme.awaitReceived(1);
    var end = nextOffset();
    try (var admin = Admin.create(kafka)) {
      admin.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(end))).all().get();
    }

    // when
    setNextOffset(end - 1);
    send(acme, "2");

    // then
    awaitRefusal("next offset %d, but Kafka's log reaches from %d".formatted(end - 1, end));
    Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(lag()).isEqualTo("2.0"));
    assertThat(nextOffset()).isEqualTo(end - 1);
    assertThat(ids(acme)).containsExactly(List.of("1"));

    // and: the others go on
    send(acme, "3", 0);
    acme.awaitReceived(2);

    // when
    setNextOffset(end);

    // then
    acme.awaitReceived(3);
    awaitReadiness();
    assertThat(ids(acme)).containsExactly(List.of("1"), List.of("2"), List.of("3"));
  }

  @Test
  void refusesAPartitionWhoseNextOffsetKafkaHasNotReached() {
    // given
    var acme = TestTenant.make("acme");
    send(acme, "1");
    acme.awaitReceived(1);
    var end = nextOffset();

    // when
    setNextOffset(end + 100);
    send(acme, "2");

    // then
    awaitRefusal("next offset %d, but".formatted(end + 100));
    assertThat(ids(acme)).containsExactly(List.of("1"));

    // when
    setNextOffset(end);

    // then
    acme.awaitReceived(2);
    awaitReadiness();
  }

  private static void awaitRefusal(String reason) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body(HEALTH + "status", equalTo("DOWN"))
                    .body(HEALTH + "data['tarn.events.v1-3']", containsString(reason)));
  }

  private static void awaitReadiness() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  private static String lag() {
    var name = "tarn_ingest_lag{partition=\"3\",topic=\"tarn.events.v1\"} ";
    var metrics = given().get("/q/metrics").then().extract().asString();
    return metrics
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()))
        .findFirst()
        .orElseThrow();
  }

  private static List<List<Object>> ids(TestTenant tenant) {
    return TestTenant.rows("select event_id from %s order by 1".formatted(tenant.table()));
  }

  private static long nextOffset() {
    return (long)
        TestTenant.one(
            """
            select next_offset from ingest.topic_offsets
            where topic = 'tarn.events.v1' and kafka_partition = 3 order by updated_at desc limit 1""");
  }

  private static void setNextOffset(long offset) {
    TestTenant.execute(
        """
        update ingest.topic_offsets set next_offset = %d
        where topic = 'tarn.events.v1' and kafka_partition = 3"""
            .formatted(offset));
  }

  private void send(TestTenant tenant, String id) {
    send(tenant, id, PARTITION.partition());
  }

  private void send(TestTenant tenant, String id, int partition) {
    try (var producer =
        new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
      var store = tenant.store().toString();
      var event = "{\"eventID\":\"%s\",\"eventTime\":\"2026-11-20T10:00:00Z\"}".formatted(id);
      var sent = new ProducerRecord<>(PARTITION.topic(), partition, store, bytes(event));
      sent.headers().add("tenant", bytes(tenant.id().value())).add("store", bytes(store));
      var _ = producer.send(sent);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
