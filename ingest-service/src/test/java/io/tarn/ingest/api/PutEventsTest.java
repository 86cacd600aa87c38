package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnIngestParts
class PutEventsTest {

  @Test
  void storesEventsToTheByteAndOnce() {
    // given
    var acme = TestTenant.make("acme");
    var one = event("a", "2026-11-20T10:00:00Z", "\"note\":\"\\u0000 \\ud800\",\"n\":1.50");
    var two = event("b", "2019-01-31T23:59:59Z", "\"requestParameters\":{\"b\":true,\"a\":[1, 2]}");

    // when
    acme.put("{\"Records\":[" + one + "," + two + "]}")
        .statusCode(200)
        .body("received", equalTo(2))
        .body("rejected", equalTo(0));
    acme.put("[ " + two + " ,\n" + one + "]").statusCode(200);
    acme.awaitReceived(4);

    // then
    assertThat(
            TestTenant.rows("select event_json from %s order by event_id".formatted(acme.table())))
        .containsExactly(List.of(one), List.of(two));
    assertThat(acme.counters())
        .containsEntry("stored", 2L)
        .containsEntry("duplicates", 2L)
        .containsEntry("conflicts", 0L);
    assertThat(
            TestTenant.rows(
                "select request_parameters::text, encode(request_parameters_order, 'hex') from %s where event_id = 'b'"
                    .formatted(acme.table())))
        .containsExactly(List.of("{\"a\": \"[1,2]\", \"b\": \"true\"}", "0100"));
  }

  @Test
  void setsAsideWhatIsNoEventAndGoesOn() {
    // given
    var acme = TestTenant.make("acme");
    var lines =
        List.of(
            event("1", "2026-11-20T10:00:00Z", "\"x\":1"),
            "not json",
            "{\"eventTime\":\"2026-11-20T10:00:00Z\"}",
            "{\"eventID\":\"2\",\"eventTime\":\"yesterday\"}",
            event("3", "2013-10-31T23:59:59Z", "\"x\":1"),
            event("4", "2099-01-01T00:00:00Z", "\"x\":1"),
            "{\"eventID\":\"5\",\"x\":\"" + "y".repeat(4_200_000) + "\"}",
            event("6", "2026-11-20T10:00:00Z", "\"x\":1"),
            "{\"eventID\":");

    // when
    var answer = acme.put(gzip(String.join("\n", lines)));

    // then
    answer
        .statusCode(200)
        .body("received", equalTo(2))
        .body("rejected", equalTo(7))
        .body(
            "reasons.reason",
            equalTo(
                List.of(
                    "not-json",
                    "no-event-id",
                    "no-readable-event-time",
                    "event-time-too-early",
                    "event-time-too-late",
                    "too-large",
                    "broken-frame")))
        .body("reasons.position.record", equalTo(List.of(2, 3, 4, 5, 6, 7, 9)))
        .body("reasons[0].position.line", equalTo(2))
        .body("reasons[0].position.byte", equalTo(lines.getFirst().length() + 1));
    acme.awaitReceived(2);
  }

  @Test
  void reportsACutOffArchiveAndKeepsWhatWasRead() {
    // given
    var acme = TestTenant.make("acme");
    var whole = gzip(event("1", "2026-11-20T10:00:00Z", "\"x\":1") + "\n" + "{\"a\":1}".repeat(50));

    // when
    var answer = acme.put(Arrays.copyOf(whole, whole.length - 9));

    // then
    answer.statusCode(200).body("received", equalTo(1));
    assertThat(answer.extract().jsonPath().getList("reasons.reason")).endsWith("broken-archive");
  }

  @Test
  void keepsOtherContentUnderTheSameIdAsAConflictOnce() {
    // given
    var acme = TestTenant.make("acme");
    var first = event("1", "2026-11-20T10:00:00Z", "\"x\":1");
    var other = event("1", "2026-11-20T10:00:00Z", "\"x\":2");
    var later = event("1", "2026-11-20T10:00:01Z", "\"x\":2");

    // when
    acme.put(first + "\n" + other + "\n" + other + "\n" + later).statusCode(200);
    acme.awaitReceived(4);

    // then
    assertThat(acme.counters())
        .containsEntry("stored", 2L)
        .containsEntry("conflicts", 1L)
        .containsEntry("duplicates", 1L);
    assertThat(
            TestTenant.rows(
                "select convert_from(original, 'UTF8') from ingest.conflicts where tenant_id = '%s'"
                    .formatted(acme.id().value())))
        .containsExactly(List.of(other));
  }

  @Test
  void findsAStoreByItsNamesAndNoOtherTenants() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    var event = event("1", "2026-11-20T10:00:00Z", "\"x\":1").getBytes(StandardCharsets.UTF_8);

    // when
    for (var address : List.of(acme.store().toString(), TestTenant.arn(acme.store()), "default")) {
      acme.put(address, event).statusCode(200);
    }

    // then
    for (var address :
        List.of(
            globex.store().toString(), TestTenant.arn(globex.store()), UUID.randomUUID() + "")) {
      acme.put(address, event).statusCode(404).body("type", equalTo("/problems/not-found"));
    }
    acme.awaitReceived(3);
  }

  @Test
  void admitsTheAccountsOfTheTenantOnly() {
    // given
    var acme = TestTenant.make("acme", "{\"accounts\":[\"111122223333\"]}");
    var own = event("1", "2026-11-20T10:00:00Z", "\"recipientAccountId\":\"111122223333\"");
    var foreign = event("2", "2026-11-20T10:00:00Z", "\"recipientAccountId\":\"444455556666\"");
    var unknown = event("3", "2026-11-20T10:00:00Z", "\"x\":1");
    var caller =
        event("4", "2026-11-20T10:00:00Z", "\"userIdentity\":{\"accountId\":\"111122223333\"}");

    // when
    var answer = acme.put(String.join("\n", own, foreign, unknown, caller));

    // then
    answer
        .body("received", equalTo(2))
        .body("reasons.reason", equalTo(List.of("account-not-admitted", "account-not-admitted")));
    acme.awaitReceived(2);
  }

  @Test
  void setsAsideRowsThatTheDatabaseRefuses() {
    // given
    var acme = TestTenant.make("acme");
    var random = new StringBuilder();
    new java.util.Random(7).ints(20_000, 'a', 'z').forEach(c -> random.append((char) c));
    var refused = event("1", "2026-11-20T10:00:00Z", "\"eventName\":\"" + random + "\"");
    var good = event("2", "2026-11-20T10:00:00Z", "\"eventName\":\"Good\"");

    // when
    acme.put(refused + "\n" + good).statusCode(200).body("reasons", hasSize(0));
    acme.awaitReceived(2);

    // then
    assertThat(TestTenant.rows("select event_id from " + acme.table()))
        .containsExactly(List.of("2"));
    assertThat(
            TestTenant.rows(
                "select reason, convert_from(original, 'UTF8') from ingest.dead_letters where tenant_id = '%s'"
                    .formatted(acme.id().value())))
        .containsExactly(List.of("not-storable", refused));
  }

  private static String event(String id, String time, String more) {
    return "{\"eventID\":\"%s\",\"eventTime\":\"%s\",%s}".formatted(id, time, more);
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
