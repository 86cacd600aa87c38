package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Statements that have given their first rows and go on looking for more for minutes.
@QuarkusTest
@OnQueryParts
class SlowScanTest {
  static Scenarios scenarios;

  /// Puts a view in the place of the large store that waits at each event after the first ones.
  @BeforeAll
  static void aSlowStore() throws SQLException {
    scenarios = Scenarios.create();
    var acme = scenarios.acme;
    var table = acme.fixture().table(acme.large());
    var name = table.substring(table.indexOf('.') + 1).replace("\"", "");
    var schema = acme.tenant().schema();
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          create function public.wait_at_%1$s(event_time timestamp) returns boolean
              language plpgsql volatile security definer as
              $$ begin
                if event_time > timestamp '2023-06-01 00:00:40' then perform pg_sleep(0.05); end if;
                return true;
              end $$;
          alter table %1$s.%2$s rename to slow_events;
          create view %1$s.%2$s with (security_barrier) as
              select * from %1$s.slow_events where public.wait_at_%1$s(event_time);
          grant execute on function public.wait_at_%1$s to %1$s;
          grant select on %1$s.%2$s to %1$s;
          """
              .formatted(schema, name));
    }
  }

  @Test
  void cancelsWhileRowsAreBeingFetched() throws SQLException {
    // given
    var id = scanning();
    // when
    var acme = scenarios.acme;
    acme.as(Role.ANALYST).delete(acme.path() + "/" + id).then().statusCode(202);
    // then
    await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertState(id, "CANCELLED"));
    assertThat(activeStatements()).isZero();
    assertThatSlotsAreFree();
  }

  @Test
  void stopsWhatRunsTooLongWhileRowsAreBeingFetched() throws SQLException {
    // given
    limitRunTime(3);
    try {
      var id = scanning();
      // then
      await().atMost(Duration.ofSeconds(6)).untilAsserted(() -> assertState(id, "TIMED_OUT"));
      assertThat(activeStatements()).isZero();
    } finally {
      limitRunTime(60);
    }
    assertThatSlotsAreFree();
  }

  /// As many as may run at a time do so.
  private static void assertThatSlotsAreFree() {
    for (int at = 0; at < 3; at++) {
      scenarios.acme.finished("SELECT eventName FROM $EDS_ID");
    }
  }

  /// One whose nine rows are there, and which looks for more.
  private static String scanning() {
    var id =
        scenarios.acme.started(
            "SELECT eventName FROM %s WHERE eventName LIKE 'Name_'"
                .formatted(scenarios.acme.large()));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(sleepingFetches()).isPositive());
    return id;
  }

  private static void limitRunTime(int seconds) {
    var acme = scenarios.acme;
    acme.as(Role.OPERATOR)
        .body(Map.of("runTimeSeconds", seconds))
        .put("/v1/tenants/" + acme.slug() + "/query-limits")
        .then()
        .statusCode(200);
  }

  private static void assertState(String id, String state) {
    var acme = scenarios.acme;
    acme.as(Role.OPERATOR)
        .get(acme.path() + "/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo(state));
  }

  /// Beyond the first events, where no row comes any more.
  private static long sleepingFetches() throws SQLException {
    return count(
        "state = 'active' and wait_event = 'PgSleep' and state_change < now() - interval '700 ms'");
  }

  private static long activeStatements() throws SQLException {
    return count("state = 'active'");
  }

  private static long count(String condition) throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement =
            connection.prepareStatement(
                "select count(*) from pg_stat_activity where usename = ? and " + condition)) {
      statement.setString(1, scenarios.acme.tenant().schema());
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
