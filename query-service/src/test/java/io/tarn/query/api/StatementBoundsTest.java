package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.EventSchema;
import io.tarn.service.gate.Role;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The largest statements that are let through do run, and larger ones are refused alike wherever
/// they are sent.
@QuarkusTest
@OnQueryParts
class StatementBoundsTest {
  private static final long LARGEST_ANSWER = 600_000;

  /// As many as stay within a thousand columns.
  private static final int STARS =
      (int)
          (1000
              / EventSchema.of(EventCategory.CLOUDTRAIL).columns().stream()
                  .filter(column -> !column.hidden())
                  .count());

  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  static Stream<String> largest() {
    return Stream.of(
        "SELECT " + repeated("1", 1000) + " FROM $EDS_ID",
        "SELECT " + repeated("*", STARS) + " FROM $EDS_ID",
        "SELECT DISTINCT " + repeated("*", STARS) + " FROM $EDS_ID",
        "SELECT " + repeated("requestParameters", 540) + " FROM $EDS_ID",
        "SELECT DISTINCT " + repeated("requestParameters", 540) + " FROM $EDS_ID",
        "SELECT requestParameters, count(*) FROM $EDS_ID GROUP BY 1, " + numbered("'%d'", 1300),
        "SELECT eventName FROM $EDS_ID ORDER BY eventTime, " + numbered("'%d'", 1300),
        "SELECT " + numbered("count('%d')", 750) + " FROM $EDS_ID",
        "SELECT " + repeated("userIdentity", 280) + " FROM $EDS_ID",
        "SELECT eventName FROM $EDS_ID WHERE eventID IN (" + repeated("''", 3250) + ")",
        "SELECT eventName FROM $EDS_ID WHERE " + "NOT ".repeat(240) + "readOnly");
  }

  private static String repeated(String part, int times) {
    return Stream.generate(() -> part).limit(times).collect(Collectors.joining(","));
  }

  private static String numbered(String part, int times) {
    return IntStream.range(0, times).mapToObj(part::formatted).collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @MethodSource("largest")
  void runsTheLargestThatIsLetThrough(String statement) {
    for (var action : new String[] {":validate", ":estimate", ":explain"}) {
      var answer = asked(action, statement).then().statusCode(200).extract().asByteArray();
      assertThat(answer.length).isLessThan(5 * (int) LARGEST_ANSWER);
    }
    var id = scenarios.acme.finished(statement);
    var shown = scenarios.acme.state(id).statusCode(200).extract().asByteArray();
    assertThat(shown.length).isLessThan((int) LARGEST_ANSWER);
    scenarios.acme.results(id, "limit=10").statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":validate", ":estimate", ":explain"})
  void refusesWhatGrowsTooLarge(String action) {
    for (var statement :
        new String[] {
          "SELECT " + repeated("*", 4900) + " FROM $EDS_ID LIMIT 1",
          "SELECT " + repeated("userIdentity", 700) + " FROM $EDS_ID",
          "SELECT count(*) FROM $EDS_ID GROUP BY " + numbered("'%d'", 1601)
        }) {
      asked(action, statement)
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-statement"))
          .body("detail", containsString("a statement has at most"))
          .body("line", equalTo(1))
          .body("column", notNullValue());
    }
  }

  @Test
  void tellsThatTheDatabaseDoesNotJudgeInTimeAndNotThatItIsAway() throws SQLException {
    try (var _ = scenarios.acme.holdUp()) {
      asked(":explain", "SELECT eventName FROM $EDS_ID")
          .then()
          .statusCode(422)
          .body("type", equalTo("/problems/execution-timed-out"));
    }
  }

  private static Response asked(String action, String statement) {
    return scenarios
        .acme
        .as(Role.ANALYST)
        .urlEncodingEnabled(false)
        .body(Map.of("statement", statement))
        .post(scenarios.acme.path() + action);
  }
}
