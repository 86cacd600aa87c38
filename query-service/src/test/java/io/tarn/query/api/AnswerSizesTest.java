package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every listing of this service, filled with the largest items that are let in: each answer stays
/// below a bound, and the pages together have everything once.
@QuarkusTest
@OnQueryParts
class AnswerSizesTest {
  private static final int EXECUTIONS = 60;

  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
    for (int at = 0; at < EXECUTIONS; at++) {
      insertLargest(UUID.randomUUID());
    }
  }

  /// A statement of the longest kind, with characters that JSON writes as six bytes, and as many
  /// columns as there may be.
  private static void insertLargest(UUID id) throws SQLException {
    try (var connection = TestParts.running().connectAs("tarn_query");
        var insert =
            connection.prepareStatement(
                """
                insert into query.executions (tenant_id, id, statement, state, actor_issuer,
                    actor_subject, actor_name, request_id, instance_id, submitted_at, started_at,
                    ended_at, columns)
                select ?, ?, 'select 1 --' || repeat(chr(1), 9980), 'FINISHED', 'i', 's', 'n', 'r',
                    gen_random_uuid(), now(), now(), now(),
                    (select jsonb_agg(jsonb_build_object('name', 'c' || n, 'type', repeat('t', 500)))
                     from generate_series(1, 1000) n)
                """)) {
      insert.setString(1, scenarios.globex.tenant().value());
      insert.setObject(2, id);
      insert.executeUpdate();
    }
  }

  @ParameterizedTest
  @CsvSource({"10", "100", "1000"})
  void listsExecutionsInPagesOfAboutAMebibyte(int limit) {
    // given
    var ids = new ArrayList<String>();
    String cursor = null;
    do {
      // when
      var answer = page("?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor));
      // then
      assertThat(answer.length).isLessThan(1_200_000);
      var json = new JsonPath(new String(answer, StandardCharsets.UTF_8));
      List<Map<String, Object>> items = json.getList("items");
      assertThat(items)
          .hasSizeBetween(1, limit)
          .allSatisfy(i -> assertThat(i).doesNotContainKey("columns"));
      items.forEach(item -> ids.add((String) item.get("id")));
      cursor = json.getString("nextCursor");
    } while (cursor != null);
    assertThat(ids).hasSize(EXECUTIONS).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"json", "lake"})
  void answersRowsInPagesOfAFewMebibytes(String format) {
    // given rows of many cells under long names
    var names =
        IntStream.range(0, 150)
            .mapToObj(i -> "eventName \"" + i + "\u00e4".repeat(30) + "\"")
            .collect(Collectors.joining(","));
    var id =
        scenarios.acme.finished(
            "SELECT " + names + " FROM " + scenarios.acme.large() + " LIMIT 3000");
    var rows = 0;
    String cursor = null;
    do {
      // when
      var answer =
          scenarios
              .acme
              .results(
                  id, "limit=1000&format=" + format + (cursor == null ? "" : "&cursor=" + cursor))
              .statusCode(200)
              .extract();
      // then
      assertThat(answer.asByteArray().length).isLessThan(4_500_000);
      List<Object> some = answer.path("rows");
      rows += some.size();
      cursor = answer.path("nextCursor");
    } while (cursor != null);
    assertThat(rows).isEqualTo(3000);
  }

  @Test
  void tellsTheColumnsOfOneExecution() {
    // given
    var id = scenarios.acme.finished("SELECT eventName FROM $EDS_ID");
    // then
    scenarios.acme.state(id).body("columns.name", contains("eventName"));
  }

  private static byte[] page(String parameters) {
    return scenarios
        .globex
        .as(Role.OPERATOR)
        .urlEncodingEnabled(false)
        .get(scenarios.globex.path() + parameters)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }
}
