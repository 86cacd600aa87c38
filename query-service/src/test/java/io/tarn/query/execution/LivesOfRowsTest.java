package io.tarn.query.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import io.tarn.query.api.OnQueryParts;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// No table of this service grows for ever, and nothing reads a whole one from time to time.
@QuarkusTest
@OnQueryParts
class LivesOfRowsTest {
  private static final int MANY = 20_000;

  @Inject ExecutionHistory history;
  @Inject ExecutionHousekeeping housekeeping;
  @Inject ResultSweep results;
  @Inject ExecutionRepository executions;

  private Scans last = new Scans(-1, -1);

  private record Scans(long sequential, long index) {}

  @Test
  void everyTableSaysHowLongItsRowsLive() throws SQLException {
    // given
    var silent = new ArrayList<String>();
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement = connection.createStatement();
        var tables =
            statement.executeQuery(
                """
                select relname from pg_class
                where relnamespace = 'query'::regnamespace and relkind = 'r'
                    and relname <> 'flyway_schema_history'
                    and coalesce(obj_description(oid, 'pg_class'), '') not like '%Life: %'
                """)) {
      while (tables.next()) {
        silent.add(tables.getString(1));
      }
    }
    // then
    assertThat(silent).isEmpty();
  }

  @Test
  void deletesTheHistoryAfterItsTimeAndNotBefore() throws SQLException {
    // given
    var tenant = Ids.tenantId().value();
    insert(tenant, 3, "now() - interval '91 days'", false);
    insert(tenant, 4, "now() - interval '89 days'", false);
    insert(tenant, 5, "now() - interval '91 days'", true);
    // when
    housekeeping.deleteOld();
    // then what still has results in the bucket waits for these to be deleted
    assertThat(countOf(tenant)).isBetween(4L, 9L);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              housekeeping.deleteOld();
              assertThat(countOf(tenant)).isEqualTo(4);
            });
  }

  @Test
  void readsTheHistoryByIndexesFromTimeToTime() throws SQLException {
    // given
    insert(Ids.tenantId().value(), MANY, "now()", true);
    asSuperuser("analyze query.executions");
    // then for as long as counts may be on their way
    await()
        .pollInterval(Duration.ofSeconds(2))
        .during(Duration.ofSeconds(14))
        .atMost(Duration.ofSeconds(60))
        .until(this::worksWithoutReadingTheWholeTable);
  }

  private boolean worksWithoutReadingTheWholeTable() throws SQLException {
    for (int at = 0; at < 5; at++) {
      work();
    }
    var now = scans();
    var isGood = now.sequential() == last.sequential() && now.index() > last.index();
    last = now;
    return isGood;
  }

  /// What runs from time to time, or at each request.
  private void work() {
    housekeeping.keepLeases();
    housekeeping.deleteOld();
    results.sweep();
    assertThat(history.cancelRequested()).isEmpty();
    QuarkusTransaction.requiringNew().run(() -> executions.countLive(Ids.tenantId()));
  }

  private static Scans scans() throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select seq_scan, idx_scan from pg_stat_user_tables
                where schemaname = 'query' and relname = 'executions'
                """)) {
      row.next();
      return new Scans(row.getLong(1), row.getLong(2));
    }
  }

  private static long countOf(String tenant) throws SQLException {
    try (var connection = TestParts.running().connectAs("tarn_query");
        var select =
            connection.prepareStatement(
                "select count(*) from query.executions where tenant_id = ?")) {
      select.setString(1, tenant);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void insert(String tenant, int count, String endedAt, boolean kept)
      throws SQLException {
    asSuperuser(
        """
        insert into query.executions (tenant_id, id, statement, state, actor_issuer, actor_subject,
            actor_name, request_id, instance_id, submitted_at, started_at, ended_at, columns,
            results_kept)
        select '%s', gen_random_uuid(), 'select 1', 'FINISHED', 'i', 's', 'n', 'r',
            gen_random_uuid(), now(), now(), %s, '[]', %s
        from generate_series(1, %d)
        """
            .formatted(tenant, endedAt, kept, count));
  }

  private static void asSuperuser(String sql) throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
