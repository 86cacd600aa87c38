package io.tarn.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a store takes in and how long it keeps it: given when it is made, and changed later, by two
/// tenants beside each other.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_catalog"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(OperatorsS3.class)
class StoreRulesTest {
  private static final String NO_READS =
      """
      [{"Name":"writes","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},\
      {"Field":"readOnly","Equals":["false"]}]}]\
      """;
  private static final String UNKNOWN_FIELD = NO_READS.replace("readOnly", "colour");

  @Inject Scenarios scenarios;

  private final TestGrants grants = TestGrants.forService("catalog-service");
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private TenantId acme;
  private UUID store;
  private UUID globexStore;

  @BeforeEach
  void plant() {
    Neighbours.letIngestProvision(true);
    Neighbours.expire(expiring(12));
    acme = scenarios.tenant("acme-" + mark);
    store = scenarios.store(acme, "trail");
    var globex = scenarios.tenant("globex-" + mark);
    globexStore = scenarios.store(globex, "secret-trail");
    Neighbours.askedOfIngest();
  }

  @AfterEach
  void letIngestFail() {
    Neighbours.letIngestProvision(false);
  }

  @Test
  void areMadeWithTheStore() {
    // when
    var answer =
        create(
            "{\"name\":\"writes\",\"category\":\"Management\",\"retentionDays\":90,\"selectors\":%s}"
                .formatted(NO_READS));

    // then
    answer
        .then()
        .statusCode(201)
        .body("retentionDays", equalTo(90), "selectors[0].Name", equalTo("writes"));
    read("writes").then().body("selectors[0].FieldSelectors[1].Equals[0]", equalTo("false"));
    assertThat(Neighbours.sentToIngest()).contains("\"retentionDays\":90", "\"readOnly\"");
  }

  @Test
  void areNoneWhereNoneAreGiven() {
    // when
    var answer = create("{\"name\":\"all\",\"category\":\"Data\",\"selectors\":[]}");

    // then
    answer.then().statusCode(201).body("retentionDays", nullValue(), "selectors", nullValue());
    assertThat(Neighbours.sentToIngest()).doesNotContain("retentionDays", "selectors");
  }

  @Test
  void areOfManagementEventsWhereNoCategoryIsGiven() {
    // when
    var answer = create("{\"name\":\"plain\"}");

    // then
    answer.then().statusCode(201).body("category", equalTo("CloudTrail"));
    assertThat(Neighbours.sentToIngest()).contains("\"category\":\"CloudTrail\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"management", "Logs", "", "CloudTrail|Management"})
  void areOfNoCategoryThatThereIsNot(String category) {
    // when
    var answer = create("{\"name\":\"odd\",\"category\":\"%s\"}".formatted(category));

    // then
    answer
        .then()
        .statusCode(400)
        .body("violations.field", equalTo(List.of("category")))
        .body(
            "violations[0].reason",
            equalTo(
                "must be one of CloudTrail, Management, Data, NetworkActivity, Insight,"
                    + " ConfigurationItem, Evidence, ActivityAuditLog"));
  }

  @Test
  void withBadSelectorsMakeNothingAndNameThePlace() {
    // when
    var made =
        create(
            "{\"name\":\"red\",\"category\":\"Data\",\"selectors\":%s}".formatted(UNKNOWN_FIELD));
    var changed = change("{\"selectors\":%s,\"retentionDays\":9}".formatted(UNKNOWN_FIELD));

    // then
    for (var refusal : List.of(made, changed)) {
      refusal
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("type", equalTo("/problems/invalid-request"))
          .body("violations[0].field", equalTo("selectors"))
          .body("violations[0].reason", startsWith("[0].FieldSelectors[1].Field"));
    }
    read("red").then().statusCode(404);
    read("trail").then().body("selectors", nullValue(), "retentionDays", nullValue());
    assertThat(Neighbours.askedOfIngest()).doesNotContain("PUT", "DELETE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "36501", "1.5", "\"30\"", "true", "99999999999"})
  void keepNoImpossibleNumberOfDays(String days) {
    // when
    var answer = change("{\"retentionDays\":" + days + "}");

    // then
    answer.then().statusCode(400).body("violations.field", equalTo(List.of("retentionDays")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"isDefault\":null}", "{\"confirm\":\"x\"}"})
  void areNotChangedByNothing(String body) {
    // when
    var answer = change(body);

    // then
    answer.then().statusCode(400).body("violations.field", equalTo(List.of("body")));
  }

  @Test
  void areNotChangedTogetherWithTheDefault() {
    // when
    var answer = change("{\"isDefault\":true,\"retentionDays\":1,\"selectors\":[]}");

    // then
    answer.then().statusCode(400).body("violations.field", equalTo(List.of("isDefault")));
    assertThat(Neighbours.askedOfIngest()).isEmpty();
  }

  @Test
  void takeNewSelectorsAtOnceAndLeaveTheRetention() {
    // given
    scenarios.run("update event_data_stores set retention_days = 30 where id = ?", store);

    // when
    var answer = change("{\"selectors\":%s}".formatted(NO_READS));

    // then
    answer
        .then()
        .statusCode(200)
        .body("selectors[0].Name", equalTo("writes"), "retentionDays", equalTo(30));
    assertThat(Neighbours.askedOfIngest())
        .contains("PUT /internal/tenants/%s/event-data-stores/%s/rules".formatted(acme, store));
    assertThat(Neighbours.sentToIngest()).contains("\"readOnly\"", "\"retentionDays\":30");
    change("{\"selectors\":null}").then().statusCode(200).body("selectors", nullValue());
    assertThat(Neighbours.sentToIngest()).contains("\"selectors\":null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "31", "null"})
  void keepLongerAtOnce(String days) {
    // given
    scenarios.run("update event_data_stores set retention_days = 30 where id = ?", store);

    // when
    var answer = change("{\"retentionDays\":" + days + "}");

    // then
    answer.then().statusCode(200);
    assertThat(answer.<Object>path("retentionDays"))
        .isEqualTo("null".equals(days) ? null : Integer.valueOf(days));
    assertThat(Neighbours.sentToIngest()).contains("\"retentionDays\":" + days);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "31"})
  void keepShorterOnlyWithTheTokenOfThePreview(String before) {
    // given
    scenarios.run(
        "update event_data_stores set retention_days = %s where id = ?".formatted(before), store);

    // when
    var preview = change("{\"retentionDays\":30}");

    // then
    preview
        .then()
        .statusCode(202)
        .body("retentionDays", equalTo(30), "removes", equalTo(12))
        .body("from", equalTo("2020-01-01T00:00:00Z"), "to", equalTo("2020-02-01T00:00:00Z"))
        .body("keepsFrom", equalTo("2026-10-24"));
    assertThat(Neighbours.askedOfIngest()).doesNotContain("PUT");
    assertThat(retention(store)).isEqualTo("null".equals(before) ? null : before);

    // and: with it
    confirm(30, preview.path("token")).then().statusCode(200).body("retentionDays", equalTo(30));
    assertThat(retention(store)).isEqualTo("30");
    assertThat(Neighbours.sentToIngest()).contains("\"retentionDays\":30");
  }

  @Test
  void giveTheSameAnswerToARepeatedConfirmation() {
    // given
    String token = change("{\"retentionDays\":30}").path("token");
    var once = confirm(30, token);

    // when
    var again = confirm(30, token);

    // then
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(once.asString());
  }

  @Test
  void refuseATokenThatBelongsToNoPreviewOfTheChange() {
    // given
    var other = scenarios.store(acme, "other");
    String ofOtherDays = change("{\"retentionDays\":29}").path("token");
    String ofOtherStore = change(other.toString(), "{\"retentionDays\":30}", admin()).path("token");

    for (var token : List.of(ofOtherDays, ofOtherStore, "guessed", "")) {
      // when
      var answer = confirm(30, token);

      // then
      answer
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-request"))
          .body("violations.field", equalTo(List.of("confirm")));
    }
    assertThat(retention(store)).isNull();
  }

  @Test
  void refuseATokenThatIsStale() {
    // given
    String token = change("{\"retentionDays\":30}").path("token");
    Neighbours.expire(expiring(13));
    Neighbours.askedOfIngest();

    // when
    var answer = confirm(30, token);

    // then
    answer.then().statusCode(409).body("type", equalTo("/problems/preview-outdated"));
    assertThat(retention(store)).isNull();
    assertThat(Neighbours.askedOfIngest()).doesNotContain("PUT");
  }

  @Test
  void refuseATokenFromBeforeAnotherChangeOfTheRetention() {
    // given
    String token = change("{\"retentionDays\":30}").path("token");
    scenarios.run("update event_data_stores set retention_days = 400 where id = ?", store);

    // when
    var answer = confirm(30, token);

    // then
    answer.then().statusCode(409).body("type", equalTo("/problems/preview-outdated"));
    assertThat(retention(store)).isEqualTo("400");
  }

  @Test
  void stayWhereIngestCannotBeTold() {
    // given
    String token = change("{\"retentionDays\":30}").path("token");
    Neighbours.letIngestProvision(false);

    // when
    var answers = List.of(change("{\"selectors\":%s}".formatted(NO_READS)), confirm(30, token));

    // then
    assertThat(answers).extracting(Response::statusCode).containsOnly(502);
    read("trail").then().body("selectors", nullValue(), "retentionDays", nullValue());
  }

  @Test
  void ofAForeignStoreAreAnsweredLikeThoseOfAnUnknownOne() {
    // given
    var body = "{\"retentionDays\":30}";
    var unknown = change(UUID.randomUUID().toString(), body, admin());

    // when
    var answers =
        List.of(
            change(globexStore.toString(), body, admin()), change("secret-trail", body, admin()));

    // then
    assertThat(answers).extracting(Response::statusCode).containsOnly(404);
    assertThat(answers).extracting(Response::asString).containsOnly(unknown.asString());
    assertThat(Neighbours.askedOfIngest()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"ANALYST", "VIEWER", "APPROVER", "INGEST"})
  void askForThePermissionToWriteStores(Role role) {
    // when
    var grant = grants.grant(acme, "acme-" + mark, role);
    var answer = change("trail", "{\"retentionDays\":30}", grant);

    // then
    answer.then().statusCode(403).body("type", equalTo("/problems/forbidden"));
    assertThat(Neighbours.askedOfIngest()).isEmpty();
  }

  private static String expiring(int events) {
    return """
        {"events":%d,"from":"2020-01-01T00:00:00Z","to":"2020-02-01T00:00:00Z",\
        "keepsFrom":"2026-10-24"}\
        """
        .formatted(events);
  }

  private Response confirm(int days, String token) {
    return change("{\"retentionDays\":%d,\"confirm\":\"%s\"}".formatted(days, token));
  }

  private Response change(String body) {
    return change("trail", body, admin());
  }

  private Response change(String named, String body, String grant) {
    return given()
        .auth()
        .oauth2(grant)
        .contentType(ContentType.JSON)
        .body(body)
        .patch("/v1/tenants/" + acme + "/event-data-stores/" + named);
  }

  private Response create(String body) {
    return given()
        .auth()
        .oauth2(admin())
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/tenants/" + acme + "/event-data-stores");
  }

  private Response read(String named) {
    return given()
        .auth()
        .oauth2(admin())
        .get("/v1/tenants/" + acme + "/event-data-stores/" + named);
  }

  private String admin() {
    return grants.grant(acme, "acme-" + mark, Role.TENANT_ADMIN);
  }

  private String retention(UUID of) {
    return scenarios.text("select retention_days from event_data_stores where id = ?", of);
  }
}
