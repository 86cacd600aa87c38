package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.tenant.TenantId;
import io.tarn.testing.TestParts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Executions whose end cannot be recorded, for a while or at all.
@QuarkusTest
@OnQueryParts
class RecordingTest {
  private static final String STATEMENT = "SELECT eventName FROM $EDS_ID";

  Scenarios scenarios;

  @BeforeEach
  void refuseEndsOfOneTenant() throws SQLException {
    scenarios = Scenarios.create();
    asSuperuser(
        """
        create function query.refuse_end() returns trigger language plpgsql as
            $$ begin raise exception 'disk is on fire'; end $$;
        create trigger refuse_end before update on query.executions for each row
            when (new.tenant_id = '%1$s' and (new.state = 'FINISHED'
                or new.state = 'FAILED' and new.actor_name = 'n'))
            execute function query.refuse_end();
        """
            .formatted(scenarios.acme.tenant()));
  }

  @AfterEach
  void refuseNothing() throws SQLException {
    asSuperuser("drop function if exists query.refuse_end() cascade");
  }

  @Test
  void failsWhatCannotBeRecordedAndGivesItsSlotBack() throws SQLException {
    // given as many as may run at a time
    var one = scenarios.acme.started(STATEMENT);
    var other = scenarios.acme.started(STATEMENT);
    // then
    for (var id : new String[] {one, other}) {
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() -> assertThat(stateOf(id)).isEqualTo("FAILED"));
      scenarios.acme.state(id).body("problem.type", equalTo("/problems/execution-interrupted"));
    }
    refuseNothing();
    scenarios.acme.finished(STATEMENT);
    scenarios.acme.finished(STATEMENT);
  }

  @Test
  void recordsAgainWhatCouldNotBeRecordedForAWhile() throws SQLException {
    // given
    var id = scenarios.acme.started(STATEMENT);
    await().atMost(Duration.ofSeconds(10)).until(() -> stateOf(id).equals("RUNNING"));
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(10))
        .until(() -> stateOf(id).equals("RUNNING"));
    // when
    refuseNothing();
    // then
    await().atMost(Duration.ofSeconds(5)).until(() -> stateOf(id).equals("FINISHED"));
    scenarios.acme.results(id, "limit=10").statusCode(200);
  }

  @Test
  void endsWhatIsLeftBehindAlsoWhereAnotherCannotBeEnded() throws SQLException {
    // given
    var stubborn = leftBehind(scenarios.acme.tenant());
    var other = leftBehind(scenarios.globex.tenant());
    // then
    await().atMost(Duration.ofSeconds(20)).until(() -> stateOf(other).equals("FAILED"));
    assertThat(stateOf(stubborn)).isEqualTo("RUNNING");
    refuseNothing();
    await().atMost(Duration.ofSeconds(20)).until(() -> stateOf(stubborn).equals("FAILED"));
  }

  /// An execution of a process that is gone, and that the first tenant's trigger lets nobody end.
  private static String leftBehind(TenantId tenant) throws SQLException {
    var id = UUID.randomUUID().toString();
    asSuperuser(
        """
        insert into query.executions (tenant_id, id, statement, state, actor_issuer, actor_subject,
            actor_name, request_id, instance_id, submitted_at, started_at, columns, leased_until)
        values ('%s', '%s', 'select 1', 'RUNNING', 'i', 's', 'n', 'r', gen_random_uuid(), now(),
            now(), '[]', now())
        """
            .formatted(tenant, id));
    return id;
  }

  private static String stateOf(String id) throws SQLException {
    try (var connection = TestParts.running().connectAs("tarn_query");
        var select =
            connection.prepareStatement("select state from query.executions where id = ?")) {
      select.setObject(1, UUID.fromString(id));
      try (var row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  private static void asSuperuser(String sql) throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
