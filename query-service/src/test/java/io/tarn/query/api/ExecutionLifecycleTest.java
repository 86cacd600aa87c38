package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@OnQueryParts
class ExecutionLifecycleTest {
  private static final String STATEMENT = "SELECT eventName FROM $EDS_ID";

  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
  }

  @Test
  void cancelsWhatRunsInTheDatabaseAsWell() throws SQLException {
    try (var _ = scenarios.acme.holdUp()) {
      // given
      var id = scenarios.acme.started(STATEMENT);
      awaitState(id, "RUNNING");
      // when
      delete(id);
      // then
      await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertState(id, "CANCELLED"));
      assertThat(runningStatements()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT eventName, 1 / (length(eventName) - length(eventName)) FROM $EDS_ID | The statement divides by zero. It is at line 1, column 21.
          SELECT CAST(eventName AS bigint) FROM $EDS_ID | A value cannot be read as the type asked for. It is at line 1, column 8.
          SELECT 9223372036854775807 + length(eventName) FROM $EDS_ID | A number is out of its type's range. It is at line 1, column 28.
          SELECT split(eventName, ',')[7] FROM $EDS_ID | A function cannot take one of its arguments.
          """)
  void tellsWhereInTheStatementItFailed(String statement, String detail) {
    // when
    var id = scenarios.acme.started(statement);
    // then
    awaitState(id, "FAILED");
    scenarios
        .acme
        .state(id)
        .body("problem.type", equalTo("/problems/statement-failed"))
        .body("problem.detail", startsWith(detail));
  }

  @Test
  void cancelsWhatSomebodyCancelledAtAnotherProcess() throws SQLException {
    try (var _ = scenarios.acme.holdUp()) {
      // given
      var id = scenarios.acme.started(STATEMENT);
      awaitState(id, "RUNNING");
      // when
      change("update query.executions set cancel_requested_at = now() where id = ?", id);
      // then
      await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertState(id, "CANCELLED"));
      assertThat(runningStatements()).isZero();
    }
  }

  @Test
  void endsWhatItNoLongerHolds() throws SQLException {
    try (var _ = scenarios.acme.holdUp()) {
      // given
      var id = scenarios.acme.started(STATEMENT);
      awaitState(id, "RUNNING");
      // when
      change(
          "update query.executions set state = 'FAILED', ended_at = now(),"
              + " failure_problem = 'execution-interrupted', failure_detail = 'gone' where id = ?",
          id);
      // then
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(runningStatements()).isZero());
      assertState(id, "FAILED");
    }
  }

  @Test
  void goesOnWithNewConnectionsWhereTheOldOnesBroke() throws SQLException {
    // given more statements than a tenant has connections
    for (int time = 0; time < 8; time++) {
      try (var _ = scenarios.acme.holdUp()) {
        var id = scenarios.acme.started(STATEMENT);
        await()
            .atMost(Duration.ofSeconds(10))
            .untilAsserted(() -> assertThat(runningStatements()).isPositive());
        // when
        breakConnections();
        // then
        scenarios
            .acme
            .state(id)
            .body("state", equalTo("FAILED"))
            .body("problem.type", equalTo("/problems/execution-interrupted"));
      }
    }
    scenarios.acme.finished(STATEMENT);
  }

  @Test
  void stopsWhatRunsTooLong() throws SQLException {
    try (var _ = scenarios.acme.holdUp()) {
      // given
      var id = scenarios.acme.started(STATEMENT);
      // when
      var ended = scenarios.acme.state(id);
      // then
      ended
          .body("state", equalTo("TIMED_OUT"))
          .body("problem.type", equalTo("/problems/execution-timed-out"));
      scenarios
          .acme
          .results(id, "format=json")
          .statusCode(409)
          .body("type", equalTo("/problems/no-results"))
          .body("state", equalTo("TIMED_OUT"));
    }
  }

  @Test
  void queuesRefusesAndCancelsWhatWaits() throws SQLException {
    var ids = new ArrayList<String>();
    try (var _ = scenarios.globex.holdUp()) {
      // given
      for (int at = 0; at < 4; at++) {
        ids.add(scenarios.globex.started(STATEMENT));
      }
      // when
      var fifth = scenarios.globex.submits(STATEMENT);
      var waiting = ids.stream().filter(id -> state(id).equals("QUEUED")).findFirst().orElseThrow();
      scenarios
          .globex
          .as(Role.ANALYST)
          .delete(scenarios.globex.path() + "/" + waiting)
          .then()
          .statusCode(202);
      // then
      fifth
          .statusCode(429)
          .header("Retry-After", "5")
          .body("type", equalTo("/problems/too-many-queries"));
      assertThat(state(waiting)).isEqualTo("CANCELLED");
      ids.remove(waiting);
    }
    for (var id : ids) {
      scenarios.globex.state(id).body("state", equalTo("FINISHED"));
    }
  }

  @Test
  void marksWhatAVanishedProcessLeftBehind() throws SQLException {
    // given
    var id = UUID.randomUUID();
    try (var connection = TestParts.running().connectAs("tarn_query");
        var insert =
            connection.prepareStatement(
                """
                insert into query.executions (tenant_id, id, statement, state, actor_issuer,
                    actor_subject, actor_name, request_id, instance_id, submitted_at, started_at, columns)
                values (?, ?, 'select 1', 'RUNNING', 'i', 's', 'n', 'r', gen_random_uuid(), now(),
                    now(), '[]')
                """)) {
      insert.setString(1, scenarios.acme.tenant().value());
      insert.setObject(2, id);
      insert.executeUpdate();
    }
    // when
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertState(id.toString(), "FAILED"));
    // then
    scenarios
        .acme
        .state(id.toString())
        .body("problem.type", equalTo("/problems/execution-interrupted"))
        .body("problem.detail", containsString("stopped"));
  }

  private static void change(String sql, String id) throws SQLException {
    try (var connection = TestParts.running().connectAs("tarn_query");
        var update = connection.prepareStatement(sql)) {
      update.setObject(1, UUID.fromString(id));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static void delete(String id) {
    scenarios.acme.as(Role.ANALYST).delete(scenarios.acme.path() + "/" + id).then().statusCode(202);
  }

  private static void awaitState(String id, String state) {
    await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertState(id, state));
  }

  private static void assertState(String id, String state) {
    scenarios
        .acme
        .as(Role.OPERATOR)
        .get(scenarios.acme.path() + "/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo(state));
  }

  private static String state(String id) {
    return scenarios
        .globex
        .as(Role.ANALYST)
        .get(scenarios.globex.path() + "/" + id)
        .then()
        .extract()
        .path("state");
  }

  private static void breakConnections() throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement =
            connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = ?")) {
      statement.setString(1, scenarios.acme.tenant().schema());
      statement.execute();
    }
  }

  private static long runningStatements() throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement =
            connection.prepareStatement(
                "select count(*) from pg_stat_activity where usename = ? and state = 'active'")) {
      statement.setString(1, scenarios.acme.tenant().schema());
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
