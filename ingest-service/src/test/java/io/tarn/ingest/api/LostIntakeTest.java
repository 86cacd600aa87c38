package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// An upload that ends early: what was taken stays, its totals add up, and the upload says that it
/// failed.
@QuarkusTest
@OnIngestParts
class LostIntakeTest {
  private static final String EVENT = "{\"eventID\":\"%s\",\"eventTime\":\"2026-11-20T10:00:00Z\"}";

  @Test
  void completesWhatADeadProcessPublishedOnceTheWritersAreThroughWithIt() throws SQLException {
    // given
    var acme = TestTenant.make("acme");
    var upload = open(acme);
    for (var id : new String[] {"1", "2", "2", "3"}) {
      send(acme, upload, EVENT.formatted(id));
    }
    send(acme, upload, "no json");
    loseFile(acme, upload, false);
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(upload(acme, upload).getString("state")).isEqualTo("WRITING");
              assertThat(upload(acme, upload).getInt("received")).isEqualTo(5);
            });

    // when
    execute(
        """
        update ingest.upload_counters set updated_at = now() - interval '1 hour'
        where upload_id = '%s'"""
            .formatted(upload));
    var ended = acme.awaitUpload(upload.toString());

    // then
    assertThat(ended.getString("state")).isEqualTo("FAILED");
    assertThat(ended.getString("failure")).isEqualTo("the process that received it ended");
    assertThat(UploadsTest.sum(ended))
        .isEqualTo(
            Map.of(
                "received", 5,
                "stored", 3,
                "duplicate", 1,
                "conflicting", 0,
                "filtered", 0,
                "rejected", 1));
  }

  @Test
  void completesADryRunOfWhichTheProcessDied() throws SQLException {
    // given
    var acme = TestTenant.make("acme");
    var upload = open(acme);

    // when
    loseFile(acme, upload, true);
    var ended = acme.awaitUpload(upload.toString());

    // then
    assertThat(ended.getString("state")).isEqualTo("FAILED");
    assertThat(UploadsTest.sum(ended)).containsEntry("received", 1).containsEntry("stored", 0);
  }

  @Test
  void keepsWhatCameBeforeTheConnectionBroke() throws IOException {
    // given
    var acme = TestTenant.make("acme");
    var before = EVENT.formatted("1") + "\n" + EVENT.formatted("2") + "\n";

    // when
    sendHalf(acme, before, 1_000_000);

    // then
    var id = newestUpload(acme);
    var ended = acme.awaitUpload(id);
    assertThat(ended.getString("state")).isEqualTo("FAILED");
    assertThat(UploadsTest.sum(ended)).containsEntry("stored", 2);
    assertThat(ended.getInt("received"))
        .isEqualTo(ended.getInt("stored") + ended.getInt("rejected"));
  }

  /// Announces a longer body than it sends, and closes the connection.
  private static void sendHalf(TestTenant tenant, String body, int announced) throws IOException {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      var out = socket.getOutputStream();
      out.write(
          """
          POST /v1/tenants/%s/event-data-stores/default/events HTTP/1.1\r
          Host: test\r
          Authorization: Bearer %s\r
          Content-Type: application/octet-stream\r
          Content-Length: %d\r
          \r
          """
              .formatted(tenant.slug(), tenant.grant(Role.INGEST), announced)
              .getBytes(StandardCharsets.US_ASCII));
      out.write(body.getBytes(StandardCharsets.UTF_8));
      out.flush();
      Awaitility.await().until(() -> hasBegun(tenant));
    }
  }

  private static boolean hasBegun(TestTenant tenant) {
    return !TestTenant.rows(
            "select 1 from ingest.upload_files where tenant_id = '%s'"
                .formatted(tenant.id().value()))
        .isEmpty();
  }

  private static String newestUpload(TestTenant tenant) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.INGEST))
        .get("/v1/tenants/{tenant}/uploads", tenant.slug())
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].id");
  }

  /// The upload has one file, of which one event was published before its process died.
  private static void loseFile(TestTenant tenant, UUID upload, boolean isDryRun)
      throws SQLException {
    execute(
        "update ingest.uploads set is_single = true, is_dry_run = %s where id = '%s'"
            .formatted(isDryRun, upload));
    execute(
        """
        insert into ingest.upload_files
            (tenant_id, upload_id, number, name, state, instance_id, alive_at, published)
        values ('%s', '%s', 1, 'a', 'RECEIVING', gen_random_uuid(), now() - interval '1 hour', 1)"""
            .formatted(tenant.id().value(), upload));
  }

  private static JsonPath upload(TestTenant tenant, UUID id) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.INGEST))
        .get("/v1/tenants/{tenant}/uploads/{id}", tenant.slug(), id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static UUID open(TestTenant tenant) {
    return UUID.fromString(
        given()
            .auth()
            .oauth2(tenant.grant(Role.INGEST))
            .contentType("application/json")
            .body("{\"source\":\"test\",\"store\":\"default\"}")
            .post("/v1/tenants/{tenant}/uploads", tenant.slug())
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private static void execute(String statement) throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }

  private static void send(TestTenant tenant, UUID upload, String value) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestParts.running().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var sent =
          new ProducerRecord<>(
              "tarn.events.v1", tenant.store().toString(), value.getBytes(StandardCharsets.UTF_8));
      Map.of(
              "tenant", tenant.id().value(),
              "store", tenant.store().toString(),
              "upload", upload.toString(),
              "file", "1")
          .forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
      var _ = producer.send(sent);
    }
  }
}
