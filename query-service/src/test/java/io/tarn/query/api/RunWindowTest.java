package io.tarn.query.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scheduled runs say what their window is: a range of event time, or what came in between two
/// positions. What an execution saw is told afterwards.
@QuarkusTest
@OnQueryParts
class RunWindowTest {
  private static final String WINDOWED =
      "SELECT eventName FROM $EDS_ID"
          + " WHERE eventTime >= {{window.start}} AND eventTime < {{window.end}}";
  private static final String ARRIVED =
      "SELECT eventName FROM $EDS_ID WHERE ingestPosition >= {{window.startPosition}}"
          + " AND ingestPosition < {{window.endPosition}}";

  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void aWindowIsARangeOfEventTime() {
    // when
    var id = accepted(times(WINDOWED));
    // then
    ended(id)
        .body("statistics.rows", equalTo(1))
        .body("values.window", equalTo("2023-02-01T00:00Z/2023-02-02T00:00Z"))
        .body("role", equalTo("analyst"))
        .body("stores.name", contains("default"))
        .body("eventTime.from", equalTo("2023-02-01T00:00:00Z"))
        .body("eventTime.to", containsString("2023-02-0"));
  }

  @ParameterizedTest(name = "[{0}, {1}): {2} rows")
  @CsvSource({"0, 1, 0", "1, 2, 2", "2, 100, 0", "1, 1, 0"})
  void aWindowIsWhatCameInBetweenTwoPositions(long start, long end, int rows) {
    // when
    var id = accepted(positions(ARRIVED, start, end));
    // then
    ended(id)
        .body("state", equalTo("FINISHED"))
        .body("statistics.rows", equalTo(rows))
        .body("values.window", equalTo(start + "/" + end));
  }

  @Test
  void theWindowMustBeOfTheKindThatTheStatementReads() {
    submitScheduled(times(ARRIVED))
        .statusCode(400)
        .body("faults.detail", hasItem(containsString("one of event time")));
    submitScheduled(positions(WINDOWED, 0, 1))
        .statusCode(400)
        .body("faults.detail", hasItem(containsString("one of positions")));
  }

  @Test
  void aWindowIsOfOneKindAndEndsAfterItsStart() {
    submitScheduled(positions(ARRIVED, 2, 1))
        .statusCode(400)
        .body("violations.field", contains("window.endPosition"));
    submitScheduled(Map.of("statement", ARRIVED, "window", Map.of("startPosition", 1)))
        .statusCode(400)
        .body("violations.field", contains("window"));
  }

  @Test
  void thePositionUpToWhichStoresAreCompleteIsThatOfTheSnapshot() {
    // given
    var path = scenarios.acme.path().replaceFirst("queries$", "position");
    long before =
        scenarios
            .acme
            .as(Role.VIEWER)
            .get(path)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getLong("position");
    // when
    var id = accepted(times(WINDOWED));
    // then
    ended(id).body("snapshotPosition.longValue()", greaterThan(before - 1));
  }

  @Test
  void nobodyElseGivesAWindow() {
    var inWindow = times(WINDOWED);
    submit(Role.ANALYST, inWindow)
        .statusCode(400)
        .body("violations.field", contains("window"))
        .body("violations.reason", contains("is given by scheduled runs only"));
    submit(Role.ANALYST, Map.of("statement", WINDOWED))
        .statusCode(400)
        .body("violations.field", contains("statement"));
    submit(
            Role.ANALYST,
            Map.of("statement", WINDOWED, "values", Map.of("window", "2023-02-01/2023-02-02")))
        .statusCode(400)
        .body("violations.field", contains("values.window"));
    submit(
            Role.ANALYST,
            Map.of(
                "statement",
                WINDOWED,
                "parameters",
                List.of(Map.of("name", "window", "type", "time-range"))))
        .statusCode(400)
        .body("violations.field", contains("parameters[0].name"));
  }

  @Test
  void aStatementWithAWindowIsCheckedLikeAnyOther() {
    scenarios
        .acme
        .as(Role.ANALYST)
        .urlEncodingEnabled(false)
        .body(Map.of("statement", WINDOWED))
        .post(scenarios.acme.path() + ":validate")
        .then()
        .statusCode(200)
        .body("columns.name", contains("eventName"));
  }

  private static Map<String, Object> times(String statement) {
    var window = Map.of("start", "2023-02-01T00:00:00Z", "end", "2023-02-02T00:00:00Z");
    return Map.of("statement", statement, "window", window);
  }

  private static Map<String, Object> positions(String statement, long start, long end) {
    var window = Map.of("startPosition", start, "endPosition", end);
    return Map.of("statement", statement, "window", window);
  }

  private static String accepted(Map<String, ?> body) {
    return submitScheduled(body).statusCode(202).extract().path("id");
  }

  private static ValidatableResponse submitScheduled(Map<String, ?> body) {
    var grant =
        TestGrants.forService("query-service")
            .in(scenarios.acme.tenant(), "acme", Role.ANALYST)
            .purpose("schedule")
            .mint();
    return given()
        .auth()
        .oauth2(grant)
        .contentType("application/json")
        .body(body)
        .post(scenarios.acme.path())
        .then();
  }

  private static ValidatableResponse submit(Role role, Map<String, ?> body) {
    return scenarios.acme.as(role).body(body).post(scenarios.acme.path()).then();
  }

  private static ValidatableResponse ended(String id) {
    return scenarios
        .acme
        .as(Role.OPERATOR)
        .get(scenarios.acme.path() + "/" + id + "?wait=10s")
        .then();
  }
}
