package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rows of 4 MB: what does not fit into memory fails its statement and nothing else.
@QuarkusTest
@OnQueryParts
class WideRowsTest {
  private static final int SHORT = 1000;
  private static final int WIDE = 12;

  /// Each time the driver breaks its connection, of which a tenant has six.
  private static final int MORE_THAN_CONNECTIONS = 8;

  static Scenarios scenarios;

  @BeforeAll
  static void manyShortEventsAndThenWideOnes() throws SQLException {
    scenarios = Scenarios.create();
    insert(SHORT, "2024-01-01", "short", 10);
    insert(WIDE, "2024-02-01", "wide", 4_000_000);
  }

  private static void insert(int count, String day, String id, int length) throws SQLException {
    var acme = scenarios.acme;
    try (var connection = TestParts.running().connectAs("tarn_ingest");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into %s (tenant_id, event_time, event_id, event_name, struct_presence, event_json,
              received_time, ingest_position, digest)
          select '%s', timestamp '%s' + n * interval '1 second', '%s-' || n, 'Name', 0,
              '{"n":"' || repeat('x', %d) || '"}', timestamp '2023-06-01', 1, '\\x00'
          from generate_series(1, %d) n
          """
              .formatted(
                  acme.fixture().table(acme.store()), acme.tenant(), day, id, length, count));
    }
  }

  @Test
  void readsWideRowsAfterManyShortOnes() {
    // when
    var id =
        scenarios.acme.finished(
            "SELECT eventID, eventJson FROM $EDS_ID WHERE eventName = 'Name' ORDER BY eventTime");
    // then
    Set<String> ids = new HashSet<>();
    String cursor = null;
    do {
      var page =
          scenarios.acme.results(id, "limit=1000" + (cursor == null ? "" : "&cursor=" + cursor));
      List<List<String>> rows = page.statusCode(200).extract().path("rows");
      rows.forEach(row -> ids.add(row.getFirst()));
      cursor = page.extract().path("nextCursor");
    } while (cursor != null);
    assertThat(ids).hasSize(SHORT + WIDE);
    scenarios
        .acme
        .state(id)
        .body("statistics.rows", equalTo(SHORT + WIDE))
        .body("statistics.eventsMatched", equalTo(SHORT + WIDE));
  }

  @Test
  void failsAStatementWhoseRowIsTooLarge() {
    // given 24 MB where 16 MB may be fetched
    var statement =
        "SELECT eventJson, eventJson, eventJson, eventJson, eventJson, eventJson FROM $EDS_ID"
            + " WHERE eventName = 'Name' ORDER BY eventTime DESC";
    for (int time = 0; time < MORE_THAN_CONNECTIONS; time++) {
      // when
      var id = scenarios.acme.started(statement);
      // then
      scenarios
          .acme
          .state(id)
          .body("state", equalTo("FAILED"))
          .body("problem.type", equalTo("/problems/result-too-large"))
          .body("problem.detail", containsString("A row of the result"));
    }
    scenarios.acme.finished("SELECT eventName FROM $EDS_ID LIMIT 1");
    scenarios.acme.as(Role.ANALYST).get(scenarios.acme.path()).then().statusCode(200);
  }
}
