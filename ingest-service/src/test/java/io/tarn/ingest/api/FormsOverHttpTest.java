package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tarn.service.gate.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms of events through the endpoint into the store: what is stored is the original text.
@QuarkusTest
@OnIngestParts
class FormsOverHttpTest {

  @Test
  void takesAnArchiveAndNamesTheMemberOfWhatIsRejected() throws IOException {
    // given
    var acme = TestTenant.make("acme");
    var trailFile = "{\"Records\":[" + event(1) + ",\n" + event(2) + "]}";
    var envelope = "{\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":" + event(3) + "}";

    // when
    var answer = acme.put(zip("trail.json", trailFile, "bus.json", envelope + "\nno event"));

    // then
    answer
        .statusCode(200)
        .body("received", equalTo(3))
        .body("rejected", equalTo(1))
        .body("reasons[0].position.inside", equalTo("bus.json"))
        .body("reasons[0].position.line", equalTo(2));
    awaitStored(acme, List.of(event(1), event(2), event(3)));
  }

  @Test
  void storesTheTextThatAnEnvelopeHoldsAsAString() {
    // given
    var acme = TestTenant.make("acme");
    var event = event(1).replace("}", ",\"note\":\"\\u0000 \\\"ü\\\"\\/\"}");
    var message = event.replace("\\", "\\\\").replace("\"", "\\\"");

    // when
    acme.put("{\"Type\":\"Notification\",\"Message\":\"" + message + "\"}").statusCode(200);

    // then
    awaitStored(acme, List.of(event));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity", "nonsense"})
  void looksAtTheBodyAndNotAtItsContentEncoding(String encoding) {
    // given
    var acme = TestTenant.make("acme");

    // when
    var answer =
        given()
            .auth()
            .oauth2(acme.grant(Role.INGEST))
            .header("Content-Encoding", encoding)
            .contentType("application/octet-stream")
            .body(event(1).getBytes(StandardCharsets.UTF_8))
            .post("/v1/tenants/acme/event-data-stores/default/events")
            .then();

    // then
    answer.statusCode(200).body("received", equalTo(1));
    awaitStored(acme, List.of(event(1)));
  }

  @Test
  void keepsWhatCameBeforeTheConnectionWasCut() throws IOException {
    // given
    var acme = TestTenant.make("acme");
    var head =
        """
        POST /v1/tenants/acme/event-data-stores/default/events HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/octet-stream\r
        Content-Length: 100000\r
        \r
        """
            .formatted(acme.grant(Role.INGEST));

    var events = IntStream.range(100, 200).mapToObj(FormsOverHttpTest::event).toList();

    // when
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      var body = head + String.join("\n", events) + "\n{\"eventVersion\":";
      socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      awaitStored(acme, events);
    }

    // then
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        TestTenant.rows(
                            "select reason, convert_from(original, 'UTF8') from ingest.dead_letters where tenant_id = '%s'"
                                .formatted(acme.id().value())))
                    .containsExactly(List.of("connection-cut", "{\"eventVersion\":")));
  }

  private static void awaitStored(TestTenant tenant, List<String> events) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        TestTenant.rows(
                            "select event_json from %s order by event_id"
                                .formatted(tenant.table())))
                    .isEqualTo(events.stream().map(List::<Object>of).toList()));
  }

  private static String event(int id) {
    return "{\"eventVersion\":\"1.08\",\"eventTime\":\"2026-11-20T10:00:00Z\",\"eventID\":\"e%d\"}"
        .formatted(id);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
