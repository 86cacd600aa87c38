package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import io.tarn.testing.TestParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Windows by arrival miss nothing and repeat nothing, although writers commit in another order
/// than they began in.
@QuarkusTest
@OnQueryParts
class HeldWriterTest {
  private static final String ARRIVED =
      "SELECT eventId FROM $EDS_ID WHERE eventName = 'Held'"
          + " AND ingestPosition >= {{window.startPosition}}"
          + " AND ingestPosition < {{window.endPosition}} ORDER BY eventId";

  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void anEventWhoseWriterIsHeldOpenAcrossTheEndOfAWindowIsInExactlyOneWindow() throws SQLException {
    var windows = new ArrayList<List<String>>();
    var first = position();
    try (var slow = writer();
        var quick = writer()) {
      // given: the slow writer begins first and commits last
      write(slow, "held-1");
      write(quick, "held-2");
      quick.commit();
      var second = position();
      windows.add(rows(first, second));
      // when
      slow.commit();
      write(quick, "held-3");
      quick.commit();
      var third = position();
      windows.add(rows(second, third));
      windows.add(rows(third, position()));
    }
    // then
    assertThat(windows.getFirst()).doesNotContain("held-1");
    assertThat(windows.stream().flatMap(List::stream))
        .containsExactlyInAnyOrder("held-1", "held-2", "held-3");
  }

  private static Connection writer() throws SQLException {
    var connection = TestParts.running().connectAs("tarn_ingest");
    connection.setAutoCommit(false);
    return connection;
  }

  private static void write(Connection writer, String id) throws SQLException {
    try (var insert = writer.createStatement()) {
      insert.execute(
          """
          insert into %s (tenant_id, event_time, event_id, event_name, struct_presence, event_json,
              received_time, ingest_position, digest)
          values ('%s', '2023-05-01', '%s', 'Held', 0, '{}', '2023-05-01',
              pg_current_xact_id()::text::bigint, '\\x00')"""
              .formatted(
                  scenarios.acme.fixture().table(scenarios.acme.store()),
                  scenarios.acme.tenant(),
                  id));
    }
  }

  private static long position() {
    return scenarios
        .acme
        .as(Role.ANALYST)
        .get(scenarios.acme.path().replaceFirst("queries$", "position"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("position");
  }

  private static List<String> rows(long start, long end) {
    var grant =
        TestGrants.forService("query-service")
            .in(scenarios.acme.tenant(), "acme", Role.ANALYST)
            .purpose("schedule")
            .mint();
    var window = Map.of("startPosition", start, "endPosition", end);
    String id =
        RestAssured.given()
            .auth()
            .oauth2(grant)
            .contentType("application/json")
            .body(Map.of("statement", ARRIVED, "window", window))
            .post(scenarios.acme.path())
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    scenarios.acme.state(id).statusCode(200);
    return scenarios
        .acme
        .as(Role.OPERATOR)
        .get(scenarios.acme.path() + "/" + id + "/results?limit=100")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("rows.flatten()", String.class);
  }
}
