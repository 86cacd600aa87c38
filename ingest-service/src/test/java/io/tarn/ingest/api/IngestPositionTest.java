package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.testing.TestParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// "All that came since" misses nothing although writers commit side by side and out of order (ADR
/// 0006).
@QuarkusTest
@OnIngestParts
class IngestPositionTest {
  private TestTenant acme;
  private long bound;
  private final List<String> seen = new ArrayList<>();

  @Test
  void aReaderMissesNothingThatIsCommittedOutOfOrder() throws SQLException {
    // given
    acme = TestTenant.make("acme");
    try (var first = writer();
        var second = writer()) {
      insert(first, "1");
      insert(second, "2");

      // when
      second.commit();
      readOn();
      var whileTheFirstIsOpen = List.copyOf(seen);
      insert(second, "3");
      second.commit();
      readOn();
      insert(first, "4");
      first.commit();
      readOn();
      insert(second, "5");
      second.rollback();
      insert(first, "6");
      first.commit();
      readOn();

      // then
      assertThat(whileTheFirstIsOpen).isEmpty();
      assertThat(seen).containsExactlyInAnyOrder("1", "2", "3", "4", "6").doesNotHaveDuplicates();
    }
  }

  /// As a reader would do it: under the tenant's own login, from the last bound to the next.
  private void readOn() throws SQLException {
    try (var connection = TestParts.running().connectAs(acme.id().schema());
        var select =
            connection.prepareStatement(
                """
                with bound as materialized (
                    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as next)
                select event_id, next from bound left join %s
                on ingest_position >= ? and ingest_position < next"""
                    .formatted(acme.table()))) {
      select.setLong(1, bound);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          bound = rows.getLong(2);
          if (rows.getString(1) != null) {
            seen.add(rows.getString(1));
          }
        }
      }
    }
  }

  private static Connection writer() throws SQLException {
    var connection = TestParts.running().connectAs("tarn_ingest");
    connection.setAutoCommit(false);
    return connection;
  }

  private void insert(Connection connection, String id) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into %s (tenant_id, event_time, event_id, event_json, struct_presence,
                received_time, ingest_position, digest)
            values (?, now() at time zone 'UTC', ?, '{}', 0, now() at time zone 'UTC',
                pg_current_xact_id()::text::bigint, '')"""
                .formatted(acme.table()))) {
      insert.setString(1, acme.id().value());
      insert.setString(2, id);
      insert.executeUpdate();
    }
  }
}
