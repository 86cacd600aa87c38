package io.tarn.scheduler.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Schedules by their API, and their runs by the real pulse of the service.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(value = OtherServicesResource.class, restrictToAnnotatedClass = true)
class SchedulesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final TenantId ACME = Ids.tenantId();
  private static final TenantId GLOBEX = Ids.tenantId();

  private final TestGrants grants = TestGrants.forService("scheduler-service");
  private final String name = "schedule " + UUID.randomUUID();

  @Inject DataSource database;

  @ConfigProperty(name = "tarn.services.query.url")
  String otherServices;

  @Test
  void keepsAScheduleAndShowsIt() {
    // when
    var created =
        asAnalyst()
            .body(
                with(
                    "spec", Map.of("cron", "0 8 * * 1-5", "timeZone", "Europe/Berlin"),
                    "policies", Map.of("overlap", "buffer_one", "pauseAfterFailures", 3)))
            .post(path())
            .then();

    // then
    created
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("Location", containsString("/v1/tenants/" + ACME + "/schedules/"))
        .body("state", equalTo("active"))
        .body("owner.subject", equalTo("acme-analyst"))
        .body("policies.overlap", equalTo("buffer_one"))
        .body("policies.catchUpWindow", equalTo("PT24H"))
        .body("nextRunAt", notNullValue());
    String id = created.extract().path("id");
    as(Role.VIEWER)
        .get(path() + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("name", equalTo(name), "spec.cron", equalTo("0 8 * * 1-5"));
    asAnalyst().get(path() + "?limit=1000").then().body("items.name", hasItem(name));
  }

  @Test
  void pagesSchedulesByName() {
    // given
    var names = new ArrayList<String>();
    for (int n = 0; n < 5; n++) {
      names.add(name + n);
      asAnalyst().body(with("name", name + n)).post(path()).then().statusCode(201);
    }

    // when
    var found = new ArrayList<String>();
    String cursor = null;
    do {
      var request = asAnalyst().queryParam("limit", 2);
      var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(path());
      page.then().statusCode(200);
      found.addAll(page.jsonPath().getList("items.name"));
      cursor = page.path("nextCursor");
    } while (cursor != null);

    // then
    assertThat(found).containsAll(names).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void runsInItsOwnersNameAndTellsWhatCameOfIt() {
    // given
    var id = created(with("statement", "SELECT 1 -- busy"));
    // when
    var run = runNow(id);
    // then
    ended(id, run)
        .body("state", equalTo("succeeded"))
        .body("origin", equalTo("request"))
        .body("rows", equalTo(7))
        .body("bytes", equalTo(210))
        .body("execution", notNullValue())
        .body("owner.subject", equalTo("acme-analyst"));
  }

  @Test
  void runsWhenItIsDue() throws SQLException {
    // given
    var id = created(with("spec", Map.of("every", "PT1H")));
    // when
    makeDue(id, "1 minute");
    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                asAnalyst()
                    .get(path() + "/" + id + "/runs")
                    .then()
                    .body("items.state", contains("succeeded"))
                    .body("items[0].origin", equalTo("schedule")));
    asAnalyst().get(path() + "/" + id).then().body("state", equalTo("active"));
  }

  @Test
  void givesEachRunTheWindowThatJoinsTheOneBefore() {
    // given
    var from = Instant.parse("2026-01-01T00:00:00Z");
    var id =
        created(
            with(
                "statement",
                "SELECT 1 FROM $EDS_ID WHERE eventTime >= {{window.start}}",
                "window",
                Map.of("settling", "PT0S", "from", from.toString())));

    // when
    var first = ended(id, runNow(id)).extract().jsonPath();
    var second = ended(id, runNow(id)).extract().jsonPath();

    // then
    assertThat(first.getString("window.start")).isEqualTo(from.toString());
    assertThat(first.getString("window.end")).isEqualTo(first.getString("dueAt"));
    assertThat(second.getString("window.start")).isEqualTo(first.getString("window.end"));
    var asked =
        JsonPath.from(
            given().get(otherServices + "/executions/" + second.getString("execution")).asString());
    assertThat(asked.getString("window.end")).isEqualTo(second.getString("window.end"));
    asAnalyst()
        .get(path() + "/" + id)
        .then()
        .body("window.coveredUntil", equalTo(second.getString("window.end")));
  }

  @Test
  void failsAtOnceWithWhatTheStatementIsRefusedFor() {
    // given
    var id = created(with("statement", "SELECT bad", "policies", Map.of("pauseAfterFailures", 1)));
    // when
    var run = runNow(id);
    // then
    ended(id, run)
        .body("state", equalTo("failed"))
        .body("reason", equalTo("refused"))
        .body("problem.type", equalTo("/problems/invalid-statement"))
        .body("attempts", equalTo(0));
    asAnalyst()
        .get(path() + "/" + id)
        .then()
        .body("state", equalTo("paused"), "pause.reason", equalTo("failures"));
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void pausesWhereItsOwnerMayNoMore(Refusal refusal) {
    // given
    var actor = new Actor("https://identity.example", refusal.subject, "Somebody");
    var grant = grants.in(ACME, "acme", Role.ANALYST).actor(actor).mint();
    String id = as(grant).body(with()).post(path()).then().statusCode(201).extract().path("id");

    // when
    var run = runNow(id);

    // then
    ended(id, run)
        .body("state", equalTo("failed"), "reason", equalTo(refusal.reason))
        .body("execution", nullValue());
    asAnalyst()
        .get(path() + "/" + id)
        .then()
        .body("state", equalTo("paused"))
        .body("pause.reason", equalTo(refusal.reason), "pause.detail", notNullValue());
  }

  enum Refusal {
    LEFT("gone", "owner-left"),
    LOST_ROLE("viewer", "owner-lost-role");

    private final String subject;
    private final String reason;

    Refusal(String subject, String reason) {
      this.subject = subject;
      this.reason = reason;
    }
  }

  @Test
  void refusesARunBesideOneThatHasNotEndedAndCancelsItWithItsSchedule() {
    // given
    var id = created(with("statement", "SELECT slow"));
    var run = runNow(id);

    // when
    var second = asAnalyst().post(path() + "/" + id + "/runs").then();
    var deleted = asAnalyst().header("If-Match", "\"1\"").delete(path() + "/" + id).then();

    // then
    second.statusCode(409).body("type", equalTo("/problems/run-has-not-ended"));
    deleted.statusCode(204);
    asAnalyst().get(path() + "/" + id).then().statusCode(404);
    asAnalyst().get(path() + "/" + id + "/runs/" + run).then().statusCode(404);
    asAnalyst().get(path() + "/" + id + "/runs").then().statusCode(404);
    asAnalyst().get(path() + "?limit=1000").then().body("items.id", not(hasItem(id)));
    asAnalyst().body(with()).post(path()).then().statusCode(201);
  }

  @Test
  void changesOnlyWhatTheCallerHasSeen() {
    // given
    var id = created(with());
    var other = grants.in(ACME, "acme", Role.TENANT_ADMIN).mint();

    // when
    var blind = asAnalyst().body(with()).put(path() + "/" + id).then();
    var changed = as(other).header("If-Match", "\"1\"").body(with()).put(path() + "/" + id).then();
    var late = asAnalyst().header("If-Match", "\"1\"").body(with()).put(path() + "/" + id).then();

    // then
    blind.statusCode(428);
    changed
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("owner.subject", equalTo("acme-tenant-admin"));
    late.statusCode(412)
        .body("type", equalTo("/problems/schedule-changed"), "newestVersion", equalTo(2));
  }

  @Test
  void pausesAndResumesOnRequest() {
    // given
    var id = created(with());

    // when
    var paused =
        asAnalyst().body(Map.of("note", "holidays")).post(path() + "/" + id + "/pause").then();
    var resumed = asAnalyst().post(path() + "/" + id + "/resumption").then();

    // then
    paused
        .statusCode(200)
        .body("state", equalTo("paused"), "nextRunAt", nullValue())
        .body("pause.reason", equalTo("requested"), "pause.detail", equalTo("holidays"));
    resumed
        .statusCode(200)
        .body("state", equalTo("active"), "pause", nullValue(), "nextRunAt", notNullValue());
  }

  @Test
  void answersARepeatedRequestOnce() {
    // given
    var key = UUID.randomUUID().toString();
    // when
    var first = asAnalyst().header("Idempotency-Key", key).body(with()).post(path());
    var second = asAnalyst().header("Idempotency-Key", key).body(with()).post(path());
    // then
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat((String) second.path("id")).isEqualTo(first.path("id"));
    asAnalyst()
        .body(with())
        .post(path())
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/name-taken"));
  }

  @Test
  void showsTheNextTenTimesOverAChangeOfTheClock() {
    // given
    var spec =
        Map.of(
            "cron", "30 2 * * *",
            "timeZone", "Europe/Berlin",
            "start", "2027-03-27T00:00:00Z",
            "end", "2027-03-30T00:00:00Z");
    // when
    var answer = preview(Map.of("spec", spec));
    // then
    answer
        .statusCode(200)
        .body(
            "times",
            contains("2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z"));
    preview(Map.of("spec", Map.of("cron", "@hourly"))).body("times", hasSize(10));
  }

  static Stream<Arguments> badInput() {
    return Stream.of(
        Arguments.of("spec.cron", Map.of("spec", Map.of("cron", "0 0 30 2 *"))),
        Arguments.of("spec.cron", Map.of("spec", Map.of("cron", "often"))),
        Arguments.of("spec.cron", Map.of("spec", Map.of())),
        Arguments.of("spec.every", Map.of("spec", Map.of("every", "PT1S"))),
        Arguments.of(
            "spec.timeZone", Map.of("spec", Map.of("cron", "@daily", "timeZone", "Mars/Base"))),
        Arguments.of(
            "spec.end",
            Map.of(
                "spec",
                Map.of(
                    "cron", "@daily",
                    "start", "2030-01-02T00:00:00Z",
                    "end", "2030-01-01T00:00:00Z"))),
        Arguments.of(
            "policies.catchUpWindow",
            Map.of(
                "spec", Map.of("cron", "* * * * *"),
                "policies", Map.of("catchUpWindow", "P7D"))),
        Arguments.of("policies.overlap", Map.of("policies", Map.of("overlap", "maybe"))),
        Arguments.of(
            "policies.overlap",
            Map.of("window", Map.of(), "policies", Map.of("overlap", "allow_all"))),
        Arguments.of("window.from", Map.of("window", Map.of("from", "2999-01-01T00:00:00Z"))),
        Arguments.of("window", Map.of("statement", "SELECT {{window.start}}")),
        Arguments.of("values.window", Map.of("values", Map.of("window", "today"))),
        Arguments.of("values.x", Map.of("values", Map.of("x", 1))),
        Arguments.of(
            "parameters[0].name",
            Map.of("parameters", List.of(Map.of("name", "window", "type", "time-range")))),
        Arguments.of("query", Map.of("query", Map.of("id", UUID.randomUUID().toString()))),
        Arguments.of("statement", Map.of("statement", "SELECT 1 FROM nowhere")),
        Arguments.of("name", Map.of("name", " ")),
        Arguments.of("deliveries", Map.of("deliveries", List.of())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("badInput")
  void refusesBadInputWithItsPlace(String field, Map<String, Object> fields) {
    // given
    var body = with();
    body.putAll(fields);
    // when
    var answer = asAnalyst().body(body).post(path()).then();
    // then
    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-request"))
        .body("violations.field", contains(field));
  }

  @Test
  void schedulesKeptQueriesThatTheCallerSees() {
    // given
    var unknown = keeping(UUID.randomUUID());
    var withoutWindow = keeping(OtherServicesResource.KEPT);
    var fit = keeping(OtherServicesResource.KEPT);
    fit.put("window", Map.of());

    // then
    asAnalyst()
        .body(unknown)
        .post(path())
        .then()
        .statusCode(400)
        .body("violations.field", contains("query"));
    asAnalyst()
        .body(withoutWindow)
        .post(path())
        .then()
        .statusCode(400)
        .body("violations.field", contains("window"));
    var id = created(fit);
    ended(id, runNow(id)).body("state", equalTo("succeeded"), "window.start", notNullValue());
  }

  private Map<String, Object> keeping(UUID query) {
    var body = with("query", Map.of("id", query.toString()));
    body.remove("statement");
    return body;
  }

  @Test
  void aViewerReadsAndChangesNothing() {
    // given
    var id = created(with());
    var address = path() + "/" + id;
    // then
    as(Role.VIEWER).get(address).then().statusCode(200);
    as(Role.VIEWER).get(address + "/runs").then().statusCode(200).body("items", empty());
    as(Role.VIEWER).body(with()).post(path()).then().statusCode(403);
    as(Role.VIEWER).header("If-Match", "\"1\"").body(with()).put(address).then().statusCode(403);
    as(Role.VIEWER).header("If-Match", "\"1\"").delete(address).then().statusCode(403);
    as(Role.VIEWER).body(Map.of()).post(address + "/pause").then().statusCode(403);
    as(Role.VIEWER).post(address + "/runs").then().statusCode(403);
    as(Role.APPROVER).get(address).then().statusCode(403);
  }

  @Test
  void hidesSchedulesAndRunsOfOtherTenants() {
    // given
    var id = created(with());
    var run = runNow(id);
    var foreign = "/v1/tenants/globex/schedules";
    var grant = grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN);

    // then
    as(grant).get(foreign).then().statusCode(200).body("items", empty());
    for (var address : List.of("/" + id, "/" + id + "/runs", "/" + id + "/runs/" + run)) {
      as(grant).get(foreign + address).then().statusCode(404);
    }
    as(grant).post(foreign + "/" + id + "/runs").then().statusCode(404);
    as(grant).body(Map.of()).post(foreign + "/" + id + "/pause").then().statusCode(404);
    as(grant).post(foreign + "/" + id + "/resumption").then().statusCode(404);
    as(grant).header("If-Match", "\"1\"").delete(foreign + "/" + id).then().statusCode(404);
    as(grant)
        .header("If-Match", "\"1\"")
        .body(with())
        .put(foreign + "/" + id)
        .then()
        .statusCode(404);
    as(grant).body(with()).post(foreign).then().statusCode(201);
    ended(id, run).body("state", equalTo("succeeded"));
  }

  private String created(Map<String, Object> body) {
    return asAnalyst().body(body).post(path()).then().statusCode(201).extract().path("id");
  }

  private String runNow(String schedule) {
    return asAnalyst()
        .post(path() + "/" + schedule + "/runs")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private ValidatableResponse ended(String schedule, String run) {
    var address = path() + "/" + schedule + "/runs/" + run;
    await()
        .atMost(PATIENCE)
        .until(() -> asAnalyst().get(address).then().extract().path("endedAt") != null);
    return asAnalyst().get(address).then().statusCode(200);
  }

  private ValidatableResponse preview(Map<String, Object> body) {
    return asAnalyst()
        .urlEncodingEnabled(false)
        .body(body)
        .post("/v1/tenants/acme/schedules:preview")
        .then();
  }

  private void makeDue(String schedule, String since) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "update scheduler.schedules set next_due_at = date_trunc('second', now())"
                    + " - ?::interval where id = ?::uuid")) {
      statement.setString(1, since);
      statement.setString(2, schedule);
      statement.executeUpdate();
    }
  }

  private Map<String, Object> with(Object... fields) {
    var body = new HashMap<String, Object>();
    body.put("name", name);
    body.put("statement", "SELECT 1");
    body.put("spec", Map.of("cron", "@yearly"));
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return body;
  }

  private RequestSpecification asAnalyst() {
    return as(Role.ANALYST);
  }

  private RequestSpecification as(Role role) {
    return as(grants.grant(ACME, "acme", role));
  }

  private static RequestSpecification as(String grant) {
    return given().auth().oauth2(grant).contentType(ContentType.JSON);
  }

  private static String path() {
    return "/v1/tenants/acme/schedules";
  }
}
