package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.ingest.storage.VacuumJob;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Partitions after a bulk load.
@QuarkusTest
@OnIngestParts
class VacuumTest {
  private static final int MANY = 12_000;

  @Inject VacuumJob job;

  @Test
  void letsAnIndexAloneAnswerAfterABulkLoad() {
    // given
    var acme = TestTenant.make("acme");
    fill(acme, MANY);
    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              job.vacuum();
              assertThat(pages(acme)).as("pages that everybody sees").isEqualTo(1.0);
            });
    assertThat(plan(acme)).anyMatch(line -> line.contains("Index Only Scan"));
    assertThat(plan(acme)).anyMatch(line -> line.contains("Heap Fetches: 0"));
    assertThat(analysed(acme)).as("the table above its partitions").isGreaterThan(0);
  }

  @Test
  void leavesPartitionsAloneThatTookInLittle() {
    // given
    var acme = TestTenant.make("acme");
    fill(acme, 500);
    await().until(() -> counted(acme) == 500);
    // when
    job.vacuum();
    // then
    assertThat(counted(acme)).isEqualTo(500);
  }

  /// The first event makes the partition; the server's own vacuum is to keep away from it.
  private static void fill(TestTenant tenant, int count) {
    tenant.put(
        """
        {"eventID":"first","eventTime":"2026-11-19T10:00:00Z","eventName":"Name"}""");
    tenant.awaitReceived(1);
    TestTenant.execute(
        "alter table %s set (autovacuum_enabled = false)".formatted(partition(tenant)));
    TestTenant.execute(
        """
        insert into %1$s (tenant_id, event_time, event_id, event_name, event_json, struct_presence,
            received_time, ingest_position, digest)
        select '%2$s', '2026-11-19 10:00:00'::timestamp + n * interval '1 s', 'e' || n, 'Name',
            '{}', 0, '2026-11-19 10:00:00', 1, '\\x00'
        from generate_series(1, %3$d) n
        """
            .formatted(tenant.table(), tenant.id().value(), count - 1));
    settle();
  }

  /// Databases of tests commit without a flush, and VACUUM takes nothing for committed that may be
  /// unflushed, with the 31 transactions around it.
  private static void settle() {
    for (int i = 0; i < 32; i++) {
      TestTenant.one("select pg_current_xact_id()::text");
    }
    TestTenant.execute("checkpoint");
  }

  private static String partition(TestTenant tenant) {
    return (String)
        TestTenant.one("select tableoid::regclass::text from %s limit 1".formatted(tenant.table()));
  }

  /// The share of the partition's pages that the visibility map knows.
  private static double pages(TestTenant tenant) {
    return ((Number)
            TestTenant.one(
                "select relallvisible::float8 / greatest(relpages, 1) from pg_class where oid = '%s'::regclass"
                    .formatted(partition(tenant))))
        .doubleValue();
  }

  /// Events of the partition since the last vacuum, as the server counts them.
  private static long counted(TestTenant tenant) {
    return ((Number)
            TestTenant.one(
                "select n_ins_since_vacuum from pg_stat_user_tables where relid = '%s'::regclass"
                    .formatted(partition(tenant))))
        .longValue();
  }

  private static long analysed(TestTenant tenant) {
    return ((Number)
            TestTenant.one(
                "select count(*) from pg_stats where schemaname = '%s' and tablename = '%s' and inherited"
                    .formatted(
                        tenant.id().schema(),
                        tenant.table().substring(tenant.table().indexOf('.') + 1))))
        .longValue();
  }

  private static List<String> plan(TestTenant tenant) {
    return TestTenant.rows(
            """
            explain (analyze, costs off, timing off)
            select event_name, event_time from %s
            where event_name = 'Name' and event_time < '2026-11-19 10:01:00'"""
                .formatted(tenant.table()))
        .stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }
}
