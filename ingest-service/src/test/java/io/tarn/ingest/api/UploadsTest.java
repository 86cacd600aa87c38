package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.stringContainsInOrder;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.id.Ids;
import io.tarn.service.gate.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An upload and its sum: received = stored + duplicate + conflicting + filtered + rejected.
@QuarkusTest
@OnIngestParts
class UploadsTest {
  private static final String UPLOADS = "/v1/tenants/{tenant}/uploads";

  @Test
  void tellsWhatBecameOfEveryRecordOfABody() {
    // given
    var acme = TestTenant.make("acme");
    var body =
        String.join(
            "\n", event("1", 1), event("2", 1), event("2", 1), event("1", 2), "no json", "{}");

    // when
    var answer = acme.put(body).statusCode(200).extract().jsonPath();
    var upload = acme.awaitUpload(answer.getString("upload"));

    // then
    assertThat(sum(upload))
        .isEqualTo(
            Map.of(
                "received",
                6,
                "stored",
                2,
                "duplicate",
                1,
                "conflicting",
                1,
                "filtered",
                0,
                "rejected",
                2));
    assertThat(upload.getString("state")).isEqualTo("COMPLETED");
    assertThat(upload.<Map<String, Integer>>get("reasons"))
        .isEqualTo(Map.of("not-json", 1, "no-event-id", 1));
    assertThat(upload.getLong("bytes")).isEqualTo(body.length());
    assertThat(upload.getString("store")).isEqualTo(acme.store().toString());
    assertThat(upload.getString("completedAt")).isNotNull();
  }

  @Test
  void keepsWithEachEventTheUploadAndFileThatContainsIt() {
    // given
    var acme = TestTenant.make("acme");
    var first = acme.awaitUpload(acme.put(event("1", 1)).extract().path("upload"));

    // when
    var again = acme.awaitUpload(acme.put(event("1", 1)).extract().path("upload"));

    // then
    assertThat(TestTenant.rows("select upload_id::text, upload_file from " + acme.table()))
        .containsExactly(List.of(first.getString("id"), 1));
    assertThat(
            TestTenant.rows(
                "select event_id, upload_id::text from ingest.duplicate_uploads where tenant_id = '%s'"
                    .formatted(acme.id().value())))
        .containsExactly(List.of("1", again.getString("id")));
    assertThat(sum(again)).containsEntry("duplicate", 1).containsEntry("stored", 0);
  }

  @Test
  void takesManyFilesIntoOneUploadAndEachOnce() {
    // given
    var acme = TestTenant.make("acme");
    var id = open(acme, "{\"source\":\"s3://trails\",\"store\":\"default\"}");

    // when
    var answer = put(acme, id, "a.json", event("1", 1) + "\n" + event("2", 1));
    var repeated = put(acme, id, "a.json", "something else");
    put(acme, id, "b.json", event("2", 1) + "\nno json");
    close(acme, id).statusCode(200);
    var upload = acme.awaitUpload(id);

    // then
    assertThat(repeated.<Map<String, Object>>get(""))
        .isEqualTo(answer.<Map<String, Object>>get(""));
    assertThat(sum(upload))
        .isEqualTo(
            Map.of(
                "received",
                4,
                "stored",
                2,
                "duplicate",
                1,
                "conflicting",
                0,
                "filtered",
                0,
                "rejected",
                1));
    as(acme, Role.INGEST)
        .get(UPLOADS + "/{id}/files", acme.slug(), id)
        .then()
        .statusCode(200)
        .body("items.name", equalTo(List.of("a.json", "b.json")))
        .body("items.state", equalTo(List.of("RECEIVED", "RECEIVED")))
        .body("items.received", equalTo(List.of(2, 2)))
        .body("items.stored", equalTo(List.of(2, 0)))
        .body("items.rejected", equalTo(List.of(0, 1)));
    as(acme, Role.INGEST)
        .body(event("3", 1).getBytes(StandardCharsets.UTF_8))
        .contentType("application/octet-stream")
        .queryParam("name", "c.json")
        .post(UPLOADS + "/{id}/files", acme.slug(), id)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/upload-closed"));
  }

  @Test
  void sendsEachEventToTheStoreOfItsKind() {
    // given
    var acme = TestTenant.make("acme");
    var insights = Ids.uuid();
    acme.putStore(insights, "insight", "Insight", false).statusCode(204);
    var body =
        String.join(
            "\n",
            event("1", 1),
            event("2", 1).replace("{", "{\"eventCategory\":\"Insight\","),
            event("3", 1).replace("{", "{\"eventCategory\":\"Evidence\","));

    // when
    var answer =
        as(acme, Role.INGEST)
            .contentType("application/x-ndjson")
            .body(body.getBytes(StandardCharsets.UTF_8))
            .post("/v1/tenants/{tenant}/events", acme.slug())
            .then()
            .statusCode(200)
            .body("reasons.reason", equalTo(List.of("no-store-of-its-kind")))
            .extract()
            .jsonPath();
    var upload = acme.awaitUpload(answer.getString("upload"));

    // then
    assertThat(sum(upload)).containsEntry("stored", 2).containsEntry("rejected", 1);
    assertThat(upload.getString("store")).isNull();
    assertThat(TestTenant.rows("select event_id from " + acme.table()))
        .containsExactly(List.of("1"));
    assertThat(TestTenant.rows("select event_id from " + acme.table(insights)))
        .containsExactly(List.of("2"));
  }

  @Test
  void listsTheNewestFirstAndNoOtherTenants() {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");
    String one = acme.put(event("1", 1)).extract().path("upload");
    String two = acme.put(event("2", 1)).extract().path("upload");
    String foreign = globex.put(event("3", 1)).extract().path("upload");

    // when
    var first = as(acme, Role.ANALYST).queryParam("limit", 1).get(UPLOADS, acme.slug()).then();
    var rest =
        as(acme, Role.ANALYST)
            .queryParam("cursor", first.extract().<String>path("nextCursor"))
            .get(UPLOADS, acme.slug())
            .then();

    // then
    first.body("items.id", equalTo(List.of(two))).body("nextCursor", notNullValue());
    rest.body("items.id", equalTo(List.of(one))).body("items", hasSize(1));
    for (var path : List.of("", "/files")) {
      as(acme, Role.ANALYST)
          .get(UPLOADS + "/{id}" + path, acme.slug(), foreign)
          .then()
          .statusCode(404)
          .body("type", equalTo("/problems/not-found"));
    }
    close(acme, foreign).statusCode(404);
    as(acme, Role.VIEWER).get(UPLOADS, acme.slug()).then().statusCode(403);
  }

  @Test
  void refusesAWaitThatIsNoDuration() {
    // given
    var acme = TestTenant.make("acme");
    String id = acme.put(event("1", 1)).extract().path("upload");

    // when
    var answer =
        as(acme, Role.INGEST).queryParam("wait", "soon").get(UPLOADS + "/{id}", acme.slug(), id);

    // then
    answer
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("wait"))
        .body("violations[0].reason", stringContainsInOrder("5,", "5s", "PT5S"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1s", "10ms", "PT1S"})
  void waitsInEachForm(String wait) {
    // given
    var acme = TestTenant.make("acme");
    var id = open(acme, "{\"source\":\"folder\"}");

    // when
    var answer =
        as(acme, Role.INGEST).queryParam("wait", wait).get(UPLOADS + "/{id}", acme.slug(), id);

    // then
    answer.then().statusCode(200).body("state", equalTo("RECEIVING"));
  }

  @Test
  void saysThatAnUploadIsStillOpen() {
    // given
    var acme = TestTenant.make("acme");
    var id = open(acme, "{\"source\":\"folder\"}");
    put(acme, id, "a", event("1", 1));

    // when
    var answer =
        as(acme, Role.INGEST).queryParam("wait", "0s").get(UPLOADS + "/{id}", acme.slug(), id);

    // then
    answer
        .then()
        .statusCode(200)
        .body("state", equalTo("RECEIVING"))
        .body("received", equalTo(1))
        .body("bytes", greaterThan(0));
  }

  private static String open(TestTenant tenant, String request) {
    return as(tenant, Role.INGEST)
        .contentType("application/json")
        .body(request)
        .post(UPLOADS, tenant.slug())
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static JsonPath put(TestTenant tenant, String id, String name, String body) {
    return as(tenant, Role.INGEST)
        .contentType("application/octet-stream")
        .queryParam("name", name)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(UPLOADS + "/{id}/files", tenant.slug(), id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static io.restassured.response.ValidatableResponse close(TestTenant tenant, String id) {
    return as(tenant, Role.INGEST).post(UPLOADS + "/{id}:close", tenant.slug(), id).then();
  }

  private static RequestSpecification as(TestTenant tenant, Role role) {
    return given().urlEncodingEnabled(false).auth().oauth2(tenant.grant(role));
  }

  static Map<String, Integer> sum(JsonPath upload) {
    return Map.of(
        "received", upload.getInt("received"),
        "stored", upload.getInt("stored"),
        "duplicate", upload.getInt("duplicate"),
        "conflicting", upload.getInt("conflicting"),
        "filtered", upload.getInt("filtered"),
        "rejected", upload.getInt("rejected"));
  }

  private static String event(String id, int content) {
    return "{\"eventID\":\"%s\",\"eventTime\":\"2026-11-20T10:00:00Z\",\"x\":%d}"
        .formatted(id, content);
  }
}
