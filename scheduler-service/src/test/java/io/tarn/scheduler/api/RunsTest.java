package io.tarn.scheduler.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs of schedules by the real pulse of the service: when, in whose name, about what, and what
/// comes of them.
@QuarkusTest
@OnSchedulerParts
@WithTestResource(OtherServicesResource.class)
class RunsTest extends AcmeSchedules {
  @Inject DataSource database;

  @ConfigProperty(name = "tarn.services.query.url")
  String otherServices;

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
  void givesEachRunWhatCameInSinceTheOneBefore() {
    // given
    var id =
        created(
            with(
                "statement",
                "SELECT 1 FROM $EDS_ID WHERE ingestPosition >= {{window.startPosition}}",
                "window",
                Map.of("kind", "arrival")));
    var begin = asAnalyst().get(path() + "/" + id).jsonPath().getLong("window.coveredPosition");

    // when
    var first = ended(id, runNow(id)).extract().jsonPath();
    var second = ended(id, runNow(id)).extract().jsonPath();

    // then
    assertThat(begin).isPositive();
    assertThat(first.getLong("window.startPosition")).isEqualTo(begin);
    assertThat(first.getLong("window.endPosition")).isGreaterThan(begin);
    assertThat(second.getLong("window.startPosition"))
        .isEqualTo(first.getLong("window.endPosition"));
  }

  @Test
  void tellsWhatHasChangedSinceTheLastResult() {
    // given
    var id = created(with("statement", "SELECT changing", "output", Map.of("compared", true)));
    // then
    ended(id, runNow(id)).body("rowsAdded", nullValue());
    ended(id, runNow(id)).body("rowsAdded", equalTo(1), "rowsRemoved", equalTo(1));
    ended(id, runNow(id)).body("rowsAdded", equalTo(1), "rowsRemoved", equalTo(1));
  }

  static Stream<Arguments> alerts() {
    return Stream.of(
        Arguments.of(Map.of("of", "rows", "operator", ">", "value", 6), "firing"),
        Arguments.of(Map.of("of", "rows", "operator", ">", "value", 7), "ok"),
        Arguments.of(Map.of("of", "no-data"), "ok"),
        Arguments.of(
            Map.of("of", "column", "column", "name", "operator", "=", "value", "row 3"), "firing"),
        Arguments.of(Map.of("of", "column", "column", "count", "operator", ">=", "value", 7), "ok"),
        Arguments.of(
            Map.of("of", "column", "column", "count", "operator", ">=", "value", 6), "firing"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("alerts")
  void tellsWhetherTheAlertConditionIsFulfilled(Map<String, Object> alert, String state) {
    // given
    var id = created(with("output", Map.of("alert", alert)));
    // then
    ended(id, runNow(id)).body("state", equalTo("succeeded"), "alert", equalTo(state));
    asAnalyst().get(path() + "/" + id).then().body("alert", equalTo(state));
  }

  @Test
  void failsWhereTheResultLacksTheColumnOfTheAlert() {
    // given
    var alert = Map.of("of", "column", "column", "nme", "operator", "=", "value", "x");
    var id = created(with("output", Map.of("alert", alert)));
    // then
    ended(id, runNow(id))
        .body("state", equalTo("failed"))
        .body("problem.detail", equalTo("The result has no column nme."));
  }

  @Test
  void cancelsARun() {
    // given
    var id = created(with("statement", "SELECT slow"));
    var run = runNow(id);
    // when
    asAnalyst().delete(path() + "/" + id + "/runs/" + run).then().statusCode(202);
    // then
    ended(id, run).body("state", equalTo("cancelled"), "reason", equalTo("requested"));
    asAnalyst()
        .delete(path() + "/" + id + "/runs/" + run)
        .then()
        .statusCode(202)
        .body("state", equalTo("cancelled"));
    var grant = grants.grant(GLOBEX, "globex", Role.TENANT_ADMIN);
    as(grant).delete("/v1/tenants/globex/schedules/" + id + "/runs/" + run).then().statusCode(404);
  }

  @Test
  void makesUpForARangeOfThePast() {
    // given
    var id =
        created(
            with(
                "statement",
                "SELECT 1 FROM $EDS_ID WHERE eventTime >= {{window.start}}",
                "spec",
                Map.of("cron", "@daily"),
                "window",
                Map.of("settling", "PT1H")));
    var range = Map.of("from", "2026-01-01T12:00:00Z", "to", "2026-01-04T00:00:00Z");

    // when
    List<String> runs = backfilled(id, range).statusCode(202).extract().path("runs");

    // then
    assertThat(runs).hasSize(3);
    ended(id, runs.get(0))
        .body("origin", equalTo("backfill"), "dueAt", equalTo("2026-01-02T00:00:00Z"))
        .body("window.start", equalTo("2026-01-01T12:00:00Z"))
        .body("window.end", equalTo("2026-01-01T23:00:00Z"));
    ended(id, runs.get(2))
        .body("window.start", equalTo("2026-01-02T23:00:00Z"))
        .body("window.end", equalTo("2026-01-03T23:00:00Z"));
    backfilled(id, range).statusCode(202).body("runs", empty());
  }

  static Stream<Arguments> badBackfills() {
    return Stream.of(
        Arguments.of("to", Map.of("from", "2026-01-02T00:00:00Z", "to", "2026-01-01T00:00:00Z")),
        Arguments.of("to", Map.of("from", "2026-01-02T00:00:00Z", "to", "2999-01-01T00:00:00Z")),
        Arguments.of("to", Map.of("from", "2026-01-02T00:00:00Z", "to", "2026-01-02T01:00:00Z")),
        Arguments.of("to", Map.of("from", "2020-01-01T00:00:00Z", "to", "2026-01-01T00:00:00Z")));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("badBackfills")
  void refusesBackfillsThatMakeNoSense(String field, Map<String, Object> range) {
    var id = created(with("spec", Map.of("cron", "@daily"), "window", Map.of()));
    backfilled(id, range).statusCode(400).body("violations.field", contains(field));
  }

  private ValidatableResponse backfilled(String schedule, Map<String, ?> range) {
    return asAnalyst().body(range).post(path() + "/" + schedule + "/backfills").then();
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
}
