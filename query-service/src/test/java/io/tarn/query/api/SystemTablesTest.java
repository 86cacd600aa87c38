package io.tarn.query.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// System tables are read like stores, through the tenant's own login.
@QuarkusTest
@OnQueryParts
class SystemTablesTest {
  static Scenarios scenarios;

  @BeforeAll
  static void twoTenants() throws SQLException {
    scenarios = Scenarios.create();
    run(scenarios.acme, "acme-run", "succeeded");
    run(scenarios.globex, "globex-run", "failed");
  }

  private static void run(Scenarios.Customer customer, String id, String state)
      throws SQLException {
    try (var connection = TestParts.running().connectAs("tarn_ingest");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into %s.sys_runs (tenant_id, run_id, schedule_id, schedule_name, origin, state,
              due_at, owner_subject, owner_name, attempts, row_count, deliveries, deliveries_failed)
          values ('%s', '%s', 's-1', 'Daily', 'schedule', '%s', '2026-11-20 10:00', 'ann', 'Ann',
              0, 7, 0, 0)"""
              .formatted(customer.tenant().schema(), customer.tenant().value(), id, state));
    }
  }

  @Test
  void runsOfSchedulesAreATable() {
    // when
    var id =
        scenarios.acme.finished(
            "SELECT runId, dueAt, rowCount FROM sys_runs WHERE state <> 'x' ORDER BY dueAt");
    // then
    scenarios
        .acme
        .results(id, "limit=10")
        .body("columns.name", contains("runId", "dueAt", "rowCount"))
        .body("rows", equalTo(List.of(List.of("acme-run", "2026-11-20 10:00:00.000", 7))));
    scenarios
        .acme
        .state(id)
        .body("stores.size()", equalTo(0), "statistics.eventsMatched", nullValue());
  }

  @Test
  void aSystemTableJoinsWithEvents() {
    var id =
        scenarios.acme.finished(
            "SELECT e.eventName, r.state FROM $EDS_ID e JOIN SYS_RUNS r ON r.rowCount = 7"
                + " WHERE e.eventName = 'Invoke'");
    scenarios.acme.results(id, "limit=10").body("rows", contains(List.of("Invoke", "succeeded")));
  }

  @Test
  void aNameNearlyLikeItsIsRefusedWithAHint() {
    scenarios
        .acme
        .as(Role.ANALYST)
        .body(Map.of("statement", "SELECT * FROM sys_run"))
        .post(scenarios.acme.path())
        .then()
        .statusCode(400)
        .body("faults.hint", hasItem(org.hamcrest.Matchers.containsString("sys_runs")));
  }
}
