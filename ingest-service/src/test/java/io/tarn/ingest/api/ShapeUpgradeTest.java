package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import io.tarn.testing.TestParts;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A table that an older release made gets the columns of this one before its next event, and keeps
/// what it has.
@QuarkusTest
@OnIngestParts
class ShapeUpgradeTest {
  /// A store of Insights as the first shape had it: the envelope of events and nothing else.
  private static final String FIRST_SHAPE =
      """
      drop table ${table};
      create table ${table} (
          tenant_id text not null,
          event_version text,
          event_time timestamp(3) not null,
          event_category text,
          event_type text,
          event_id text not null,
          aws_region text,
          recipient_account_id text,
          event_json text not null,
          struct_presence integer not null,
          received_time timestamp(3) not null,
          ingest_position bigint not null,
          digest bytea not null,
          constraint ck_${name}_tenant check (tenant_id = '${tenant}')
      ) partition by range (event_time);
      create table ${table}_2026 partition of ${table} for values from ('2026-01-01') to ('2027-01-01');
      create unique index uq_${name}_event on ${table} (event_time, event_id);
      create index ix_${name}_id on ${table} (event_id);
      alter table ${table} owner to tarn_ingest;
      alter table ${table}_2026 owner to tarn_ingest;
      grant select on ${table} to ${login};
      insert into ${table} values ('${tenant}', '1.07', '2026-11-19 10:00:00', 'Insight', 'AwsCloudTrailInsight',
          'old', 'eu-central-1', '111122223333', '{"eventID":"old"}', 0, '2026-11-19 10:00:00', 1, '\\x00');
      delete from ingest.partitions where store_id = '${store}';
      insert into ingest.partitions (tenant_id, store_id, from_time, to_time, table_name)
      values ('${tenant}', '${store}', '2026-01-01', '2027-01-01', '${name}_2026');
      update ingest.event_data_stores set schema_version = 1 where id = '${store}';
      """;

  @Test
  void addsTheColumnsOfThisReleaseToTheTableOfTheFirst() throws SQLException {
    // given
    var acme = TestTenant.make("acme");
    var insights = Ids.uuid();
    acme.putStore(insights, "insight", "Insight", false).statusCode(204);
    toFirstShape(acme, insights);
    var event =
        """
        {"eventID":"new","eventTime":"2026-11-20T10:00:00Z","insightDetails":{"state":"Start",
         "insightContext":{"statistics":{"insight":{"average":664}}}}}"""
            .replace("\n", "");

    // when
    acme.put("insight", event.getBytes(StandardCharsets.UTF_8)).statusCode(200);
    acme.awaitReceived(1);

    // then
    assertThat(
            TestTenant.rows(
                "select event_id, insight_state, insight_context_insight_average from "
                    + acme.table(insights)
                    + " order by event_time"))
        .containsExactly(row("old", null, null), row("new", "Start", 664.0));
    assertThat(
            TestTenant.one(
                "select schema_version > 1 from ingest.event_data_stores where id = '%s'"
                    .formatted(insights)))
        .isEqualTo(true);
    assertThat(readableByItsTenant(acme, insights)).isEqualTo(2L);
  }

  private static void toFirstShape(TestTenant tenant, UUID store) throws SQLException {
    var name = tenant.table(store).substring(tenant.table(store).indexOf('.') + 1);
    try (var connection = TestParts.running().connectAsSuperuser();
        var statement = connection.createStatement()) {
      statement.execute(
          FIRST_SHAPE
              .replace("${table}", tenant.table(store))
              .replace("${name}", name)
              .replace("${tenant}", tenant.id().value())
              .replace("${login}", tenant.id().schema())
              .replace("${store}", store.toString()));
    }
  }

  private static long readableByItsTenant(TestTenant tenant, UUID store) throws SQLException {
    try (var connection = TestParts.running().connectAs(tenant.id().schema());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + tenant.table(store))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }
}
