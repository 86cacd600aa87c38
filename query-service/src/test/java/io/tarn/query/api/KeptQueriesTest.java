package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tarn.service.gate.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Kept queries and parameters run through the same gate as all statements; a viewer runs nothing
/// else.
@QuarkusTest
@OnQueryParts
class KeptQueriesTest {
  private static final Map<String, Object> KEPT = Map.of("id", QueryServiceResource.KEPT);

  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void aViewerRunsAKeptQueryWithItsDefaults() {
    // when
    var id = accepted(Role.VIEWER, Map.of("query", KEPT));
    // then
    ended(Role.VIEWER, id)
        .body("state", equalTo("FINISHED"))
        .body("statistics.rows", equalTo(1))
        .body("query.version", equalTo(3))
        .body("statement", equalTo(QueryServiceResource.STATEMENT));
  }

  @Test
  void aViewerGivesValues() {
    // when
    var id =
        accepted(
            Role.VIEWER,
            Map.of(
                "query",
                KEPT,
                "values",
                Map.of("name", "Invoke", "period", "2023-02-01/2023-02-02")));
    // then
    ended(Role.VIEWER, id)
        .body("statistics.rows", equalTo(1))
        .body("values.name", equalTo("Invoke"))
        .body("values.period", equalTo("2023-02-01/2023-02-02"));
  }

  @Test
  void valuesThatDoNotFitAreRefusedWithTheirPlaces() {
    submit(
            Role.VIEWER,
            Map.of("query", KEPT, "values", Map.of("name", 5, "period", "soon", "nme", "x")))
        .statusCode(400)
        .body("violations.field", contains("values.name", "values.period", "values.nme"));
  }

  @Test
  void aQueryThatTheCallerDoesNotSeeIsNotFound() {
    submit(Role.VIEWER, Map.of("query", Map.of("id", UUID.randomUUID()))).statusCode(404);
  }

  static Stream<Arguments> ownText() {
    var statement = Map.of("statement", "SELECT eventName FROM $EDS_ID");
    var beside = Map.of("statement", "SELECT eventName FROM $EDS_ID", "query", KEPT);
    var parameters =
        Map.of("query", KEPT, "parameters", List.of(Map.of("name", "x", "type", "text")));
    return Stream.of(
        Arguments.of("", statement, 403),
        Arguments.of("", beside, 400),
        Arguments.of("", parameters, 400),
        Arguments.of("", Map.of("statement", "SELECT 1"), 403),
        Arguments.of("", Map.of(), 403),
        Arguments.of(":validate", statement, 403),
        Arguments.of(":estimate", statement, 403),
        Arguments.of(":explain", statement, 403));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("ownText")
  void aViewerRunsNoTextOfTheirOwnByAnyRoute(String route, Map<String, Object> body, int status) {
    var answer =
        scenarios
            .acme
            .as(Role.VIEWER)
            .urlEncodingEnabled(false)
            .body(body)
            .post(scenarios.acme.path() + route);
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void aValueOfAViewerIsNeverText() {
    // when
    var id =
        accepted(
            Role.VIEWER,
            Map.of("query", KEPT, "values", Map.of("name", "x' OR eventName = 'Invoke")));
    // then
    ended(Role.VIEWER, id).body("state", equalTo("FINISHED"), "statistics.rows", equalTo(0));
  }

  @Test
  void anAnalystRunsTextWithParametersOfTheirOwn() {
    // given
    var request =
        Map.of(
            "statement",
            "SELECT eventName FROM $EDS_ID WHERE eventName IN ({{names}}) LIMIT {{most}}",
            "parameters",
            List.of(
                Map.of("name", "names", "type", "list"),
                Map.of("name", "most", "type", "integer", "default", 10)),
            "values",
            Map.of("names", List.of("Invoke", "CreateBucket")));
    // when
    var id = accepted(Role.ANALYST, request);
    // then
    ended(Role.ANALYST, id)
        .body("statistics.rows", equalTo(2))
        .body("query", nullValue())
        .body("parameters.name", contains("names", "most"));
  }

  @Test
  void aMissingValueIsNamed() {
    submit(
            Role.ANALYST,
            Map.of(
                "statement",
                "SELECT {{x}} FROM $EDS_ID",
                "parameters",
                List.of(Map.of("name", "x", "type", "text"))))
        .statusCode(400)
        .body("violations.field", contains("values.x"))
        .body("violations.reason", contains("is required"));
  }

  @Test
  void aStatementIsCheckedBeforeAnybodyGaveValues() {
    scenarios
        .acme
        .as(Role.ANALYST)
        .urlEncodingEnabled(false)
        .body(
            Map.of(
                "statement",
                "SELECT {{x}} AS x FROM $EDS_ID WHERE eventTime > {{p.start}}",
                "parameters",
                List.of(
                    Map.of("name", "x", "type", "integer"),
                    Map.of("name", "p", "type", "time-range"))))
        .post(scenarios.acme.path() + ":validate")
        .then()
        .statusCode(200)
        .body("columns[0].type", equalTo("bigint"));
  }

  private static String accepted(Role role, Map<String, ?> body) {
    return submit(role, body).statusCode(202).extract().path("id");
  }

  private static ValidatableResponse submit(Role role, Map<String, ?> body) {
    return scenarios.acme.as(role).body(body).post(scenarios.acme.path()).then();
  }

  private static ValidatableResponse ended(Role role, String id) {
    return scenarios.acme.as(role).get(scenarios.acme.path() + "/" + id + "?wait=10s").then();
  }
}
