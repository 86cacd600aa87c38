package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.tarn.service.gate.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@OnQueryParts
class QueryResourceTest {
  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void tellsStateColumnsAndStatistics() {
    // given
    var id = scenarios.acme.finished("SELECT eventName FROM " + scenarios.acme.large());
    // when
    var answer = scenarios.acme.state(id);
    // then
    answer
        .body("id", equalTo(id))
        .body("columns[0].name", equalTo("eventName"))
        .body("statistics.rows", equalTo(6000))
        .body("statistics.bytesScanned", greaterThan(10_000))
        .body("submittedAt", notNullValue())
        .body("startedAt", notNullValue())
        .body("endedAt", notNullValue())
        .body("problem", nullValue());
  }

  @Test
  void namesThePlaceOfAFault() {
    // when
    var answer =
        scenarios.acme.submits("SELECT eventName,\n  nosuchcolumn\nFROM " + scenarios.acme.store());
    // then
    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-statement"))
        .body("line", equalTo(2))
        .body("column", equalTo(3))
        .body("construct", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM pg_catalog.pg_class",
        "SELECT * FROM pg_stat_activity",
        "SELECT * FROM information_schema.tables",
        "SELECT current_user FROM $EDS_ID",
        "SELECT set_config('role', 'x', false) FROM $EDS_ID",
        "SELECT pg_sleep(10) FROM $EDS_ID",
        "SHOW TABLES",
        "DROP TABLE x",
        "SELECT 1; SELECT 2",
        ""
      })
  void refusesWhatIsNoStatementOverItsStores(String statement) {
    // when
    var answer = scenarios.acme.submits(statement);
    // then
    answer.statusCode(400).contentType("application/problem+json");
    assertThat(answer.extract().asString()).doesNotContainIgnoringCase("postgres");
  }

  @Test
  void countsWhatAStatementScansAndMatches() {
    // given
    var grouped =
        "SELECT eventName, count(*) FROM $EDS_ID WHERE eventTime < '2023-01-31 00:00:00'"
            + " GROUP BY 1";
    // when
    var whole = scenarios.acme.state(scenarios.acme.finished("SELECT eventName FROM $EDS_ID"));
    var oneDay = scenarios.acme.state(scenarios.acme.finished(grouped));
    var none =
        scenarios.acme.state(
            scenarios.acme.finished(
                "SELECT count(*) FROM $EDS_ID WHERE eventName = 'x' AND calendarday = 20230201"));
    // then
    whole
        .body("statistics.eventsScanned", equalTo(2))
        .body("statistics.bytesScanned", equalTo(2 * "{'eventID':'event-1'}".length()))
        .body("statistics.eventsMatched", equalTo(2))
        .body("statistics.timeToFirstRowMillis", notNullValue());
    oneDay
        .body("statistics.eventsScanned", equalTo(1))
        .body("statistics.bytesScanned", equalTo("{'eventID':'event-1'}".length()))
        .body("statistics.eventsMatched", equalTo(1));
    none.body("statistics.eventsScanned", equalTo(1))
        .body("statistics.eventsMatched", equalTo(0))
        .body("statistics.rows", equalTo(1));
  }

  @Test
  void estimatesAndExplainsWithoutRunning() {
    // given
    var statement = "SELECT eventName FROM $EDS_ID WHERE eventTime < '2023-01-31 00:00:00'";
    // when
    var estimate = inspected("estimate", statement);
    var explained = inspected("explain", statement);
    // then
    estimate
        .statusCode(200)
        .body("eventsScanned", equalTo(1))
        .body("bytesScanned", equalTo("{'eventID':'event-1'}".length()))
        .body("to", equalTo("2023-01-31T00:00:00Z"))
        .body("stores.id", contains(scenarios.acme.store().toString()));
    explained
        .statusCode(200)
        .body("tree", hasItem(startsWith("    scan default")))
        .body("sql[0]", containsString("SELECT"))
        .body("parameters.value", hasItem("2023-01-31T00:00"))
        .body("columns.name", contains("eventName"))
        .body("plan", hasItem(containsString("Scan")));
    assertThat(explained.extract().asString()).doesNotContain(scenarios.globex.tenant().schema());
    inspected("estimate", "SELECT x FROM $EDS_ID").statusCode(400);
    inspected("explain", "SELECT eventName FROM " + scenarios.globex.store()).statusCode(400);
  }

  @Test
  void tellsAllFaultsOfAStatementWithHints() {
    // when
    var answer =
        inspected(
            "validate", "SELECT evntName, nosuch\nFROM $EDS_ID\nWHERE eventName = \u2018a\u2019");
    // then
    answer
        .statusCode(400)
        .body("line", equalTo(1))
        .body("column", equalTo(8))
        .body("hint", equalTo("did you mean eventName?"))
        .body("faults.line", contains(1, 1, 3, 3))
        .body("faults[2].column", equalTo(19))
        .body("faults[2].hint", containsString("U+0027"));
  }

  @Test
  void looksAtAStatementWithoutRunningIt() {
    // when
    var good = validated("SELECT eventName, count(*) FROM $EDS_ID GROUP BY 1");
    var bad = validated("SELECT eventName FRM $EDS_ID");
    // then
    good.statusCode(200)
        .body("columns.name", contains("eventName", "_col1"))
        .body("columns.type", contains("varchar", "bigint"));
    bad.statusCode(400)
        .body("type", equalTo("/problems/invalid-statement"))
        .body("line", equalTo(1));
  }

  @Test
  void hidesExecutionsOfOtherTenants() {
    // given
    var foreign = scenarios.globex.finished("SELECT eventName FROM $EDS_ID");
    var unknown = UUID.randomUUID().toString();
    for (var path : List.of("/%s", "/%s/results")) {
      // when
      var ofForeign =
          scenarios.acme.as(Role.ANALYST).get(scenarios.acme.path() + path.formatted(foreign));
      var ofUnknown =
          scenarios.acme.as(Role.ANALYST).get(scenarios.acme.path() + path.formatted(unknown));
      // then
      ofForeign.then().statusCode(404).body("type", equalTo("/problems/not-found"));
      assertThat(ofForeign.asString()).isEqualTo(ofUnknown.asString());
    }
    scenarios
        .acme
        .as(Role.ANALYST)
        .delete(scenarios.acme.path() + "/" + foreign)
        .then()
        .statusCode(404);
    scenarios
        .acme
        .as(Role.ANALYST)
        .get(scenarios.globex.path() + "/" + foreign)
        .then()
        .statusCode(404);
    scenarios.acme.as(Role.ANALYST).get(scenarios.acme.path() + "/no-id").then().statusCode(404);
    scenarios
        .acme
        .as(Role.ANALYST)
        .get(scenarios.acme.path())
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(foreign)))
        .body("items.actor.name", everyItem(equalTo("acme-analyst")));
  }

  @Test
  void knowsNoStoreOfAnotherTenant() {
    for (var name : List.of(scenarios.globex.store().toString(), '"' + Scenarios.MARKER + '"')) {
      // when
      var foreign = scenarios.acme.submits("SELECT eventName FROM " + name);
      // then
      foreign.statusCode(400).body("type", equalTo("/problems/invalid-statement"));
    }
  }

  @Test
  void asksForThePermissionOfEachEndpoint() {
    // given
    var id = scenarios.acme.finished("SELECT eventName FROM $EDS_ID");
    var one = scenarios.acme.path() + "/" + id;
    // then
    scenarios.acme.as(Role.VIEWER).get(one).then().statusCode(404);
    scenarios.acme.as(Role.TENANT_ADMIN).get(one).then().statusCode(200);
    scenarios
        .acme
        .as(Role.VIEWER)
        .body(Map.of("statement", "x"))
        .post(scenarios.acme.path())
        .then()
        .statusCode(403);
    scenarios.acme.as(Role.VIEWER).delete(one).then().statusCode(404);
    scenarios.acme.as(Role.APPROVER).delete(one).then().statusCode(403);
    scenarios.acme.as(Role.INGEST).get(one).then().statusCode(403);
    scenarios.acme.as(Role.APPROVER).get(one + "/results").then().statusCode(403);
    RestAssured.get(one).then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
  }

  @Test
  void startsARepeatedRequestOnce() {
    // given
    var key = UUID.randomUUID().toString();
    // when
    var first = submitted(key, "SELECT eventName FROM $EDS_ID");
    var again = submitted(key, "SELECT eventName FROM $EDS_ID");
    var other = submitted(key, "SELECT eventID FROM $EDS_ID");
    // then
    first.statusCode(202).header("Location", containsString("/queries/"));
    again.statusCode(202).body("id", equalTo(first.extract().<String>path("id")));
    other.statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void isReadyAndShowsItsFigures() {
    // when
    var ready = RestAssured.get("/q/health/ready").then();
    var metrics = RestAssured.get("/q/metrics").then();
    // then
    ready
        .statusCode(200)
        .body("checks.name", hasItem("tenant isolation"))
        .body("checks.status", everyItem(equalTo("UP")));
    metrics.statusCode(200).body(containsString("tarn_query_executions_live"));
  }

  private static ValidatableResponse submitted(String key, String statement) {
    return scenarios
        .acme
        .as(Role.ANALYST)
        .header("Idempotency-Key", key)
        .body(Map.of("statement", statement))
        .post(scenarios.acme.path())
        .then();
  }

  private static ValidatableResponse validated(String statement) {
    return inspected("validate", statement);
  }

  private static ValidatableResponse inspected(String how, String statement) {
    return scenarios
        .acme
        .as(Role.ANALYST)
        .body(Map.of("statement", statement))
        .urlEncodingEnabled(false)
        .post(scenarios.acme.path() + ":" + how)
        .then();
  }
}
