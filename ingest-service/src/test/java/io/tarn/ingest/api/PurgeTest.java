package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tarn.service.gate.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Purging an upload removes the events that only it contains, and no other.
@QuarkusTest
@OnIngestParts
class PurgeTest {
  private static final String UPLOADS = "/v1/tenants/{tenant}/uploads";

  @Test
  void removesWhatOnlyThatUploadContainsAndKeepsTheRest() {
    // given
    var acme = TestTenant.make("acme");
    var wrong = put(acme, event("1") + "\n" + event("2") + "\n" + event("3") + "\nno json");
    var right = put(acme, event("2") + "\n" + event("4"));

    // when
    var preview = purge(acme, wrong, null).statusCode(200);
    var token = preview.extract().<String>path("token");
    purge(acme, wrong, token).statusCode(202).body("state", equalTo("PURGING"));
    awaitPurged(acme, wrong);

    // then
    preview
        .body("removes", equalTo(2))
        .body("keeps", equalTo(1))
        .body("deadLetters", equalTo(1))
        .body("stores", hasSize(1));
    assertThat(
            TestTenant.rows(
                "select event_id, upload_id::text from " + acme.table() + " order by event_id"))
        .containsExactly(List.of("2", right), List.of("4", right));
    assertThat(
            TestTenant.rows(
                "select kind, events, encode(digest, 'hex'), reason from ingest.removals where upload_id = '%s'"
                    .formatted(wrong)))
        .containsExactly(List.of("purge", 2L, digest("1", "3"), "wrong customer"));
    as(acme, Role.INGEST)
        .get(UPLOADS + "/{id}/purge", acme.slug(), wrong)
        .then()
        .statusCode(200)
        .body("removed", equalTo(2))
        .body("reason", equalTo("wrong customer"));
    assertThat(
            TestTenant.rows(
                "select 1 from ingest.dead_letters where upload_id = '%s'".formatted(wrong)))
        .isEmpty();
  }

  @Test
  void leavesNothingWhenAllUploadsOfAnEventArePurged() {
    // given
    var acme = TestTenant.make("acme");
    var first = put(acme, event("1"));
    var second = put(acme, event("1"));
    var third = put(acme, event("1"));

    // when
    for (var upload : List.of(second, first, third)) {
      purgeAll(acme, upload);
    }

    // then
    assertThat(TestTenant.rows("select 1 from " + acme.table())).isEmpty();
    var again = acme.awaitUpload(put(acme, event("1")));
    assertThat(UploadsTest.sum(again)).containsEntry("stored", 1);
  }

  @Test
  void goesInSmallStepsEachWithItsRecord() {
    // given
    var acme = TestTenant.make("acme");
    var body =
        IntStream.range(0, 2_500)
            .mapToObj(number -> event("%05d".formatted(number)))
            .collect(Collectors.joining("\n"));
    var upload = put(acme, body);

    // when
    purgeAll(acme, upload);

    // then
    assertThat(TestTenant.rows("select 1 from " + acme.table())).isEmpty();
    assertThat(
            TestTenant.rows(
                "select events from ingest.removals where upload_id = '%s' order by id"
                    .formatted(upload)))
        .containsExactly(List.of(1000L), List.of(1000L), List.of(500L));
  }

  @Test
  void refusesAnOldPreviewAndASecondTime() {
    // given
    var acme = TestTenant.make("acme");
    var upload = put(acme, event("1") + "\n" + event("2"));
    String old = purge(acme, upload, null).extract().path("token");
    put(acme, event("2"));

    // when
    var outdated = purge(acme, upload, old);
    purgeAll(acme, upload);
    var again = purge(acme, upload, null);

    // then
    outdated.statusCode(409).body("type", equalTo("/problems/preview-outdated"));
    again.statusCode(409).body("type", equalTo("/problems/upload-not-purgeable"));
  }

  @Test
  void isForTenantAdminsOfTheTenantOnly() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    var foreign = put(globex, event("1"));

    // when
    var answer = purge(acme, foreign, null);
    var read = as(acme, Role.INGEST).get(UPLOADS + "/{id}/purge", acme.slug(), foreign).then();

    // then
    answer.statusCode(404).body("type", equalTo("/problems/not-found"));
    read.statusCode(404).body("type", equalTo("/problems/not-found"));
    for (var role : List.of(Role.OPERATOR, Role.ANALYST, Role.VIEWER, Role.INGEST)) {
      as(globex, role)
          .contentType("application/json")
          .body("{\"reason\":\"no\"}")
          .post(UPLOADS + "/{id}:purge", globex.slug(), foreign)
          .then()
          .statusCode(403);
    }
    assertThat(TestTenant.rows("select 1 from " + globex.table())).hasSize(1);
  }

  private static String put(TestTenant tenant, String body) {
    String upload = tenant.put(body).statusCode(200).extract().path("upload");
    tenant.awaitUpload(upload);
    return upload;
  }

  static void purgeAll(TestTenant tenant, String upload) {
    begin(tenant, upload);
    awaitPurged(tenant, upload);
  }

  static void begin(TestTenant tenant, String upload) {
    String token = purge(tenant, upload, null).statusCode(200).extract().path("token");
    purge(tenant, upload, token).statusCode(202);
  }

  private static ValidatableResponse purge(TestTenant tenant, String upload, String token) {
    var confirm = token == null ? "" : ",\"confirm\":\"" + token + "\"";
    return as(tenant, Role.TENANT_ADMIN)
        .contentType("application/json")
        .body("{\"reason\":\"wrong customer\"" + confirm + "}")
        .post(UPLOADS + "/{id}:purge", tenant.slug(), upload)
        .then();
  }

  static void awaitPurged(TestTenant tenant, String upload) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(tenant.awaitUpload(upload).getString("state")).isEqualTo("PURGED"));
  }

  /// As the ledger defines it: a line for each event in order.
  private static String digest(String... ids) {
    var lines = new StringBuilder();
    for (var id : ids) {
      lines.append("2026-11-20T10:00:00.000Z ").append(id).append('\n');
    }
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RequestSpecification as(TestTenant tenant, Role role) {
    return given().urlEncodingEnabled(false).auth().oauth2(tenant.grant(role));
  }

  private static String event(String id) {
    return "{\"eventID\":\"%s\",\"eventTime\":\"2026-11-20T10:00:00Z\"}".formatted(id);
  }
}
