package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.ingest.retention.RetentionJob;
import io.tarn.ingest.storage.PartitionMergeJob;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Joining and removing partitions takes long and holds up nobody: positions settle and the outbox
/// is published up to the oldest transaction that has written, so none of them may last.
@QuarkusTest
@OnIngestParts
class LongWorkTest {
  private static final int EVENTS = 12_000;
  private static final int A_STEP = 5_000;

  private final int year = LocalDate.now(ZoneOffset.UTC).getYear() - 2;

  @Inject RetentionJob retention;
  @Inject PartitionMergeJob merging;

  @Test
  void joinsPartitionsInBoundedTransactions() throws Exception {
    // given
    var acme = tenantWithMonths();
    fill(acme);
    var before = content(acme);

    // when
    merge();

    // then
    assertThat(partitions(acme)).containsExactly(name(acme));
    assertThat(content(acme)).isEqualTo(before).hasSize(EVENTS);
    assertThat(TestTenant.rows("select count(*) from %s group by xmin".formatted(acme.table())))
        .hasSize(3)
        .allSatisfy(rows -> assertThat((long) rows.getFirst()).isLessThanOrEqualTo(A_STEP));
  }

  @Test
  void writesNothingBeforeItCopies() throws Exception {
    // given
    var acme = tenantWithMonths();
    fill(acme);
    var part = acme.id().schema() + "." + partitions(acme).getFirst();

    try (var blocking = begin("lock table " + part + " in access exclusive mode")) {
      // when
      var merge = Thread.ofVirtual().start(this::merge);
      awaitWaitingFor(part);

      // then
      assertThat(transactionOfWhoWaitsFor(part)).isNull();
      blocking.commit();
      merge.join();
    }
    assertThat(partitions(acme)).containsExactly(name(acme));
  }

  @Test
  void writesNothingBeforeAnExpiredPartitionIsHashed() throws Exception {
    // given
    var acme = tenantWithMonths();
    fill(acme);
    keep(acme, 30);
    var expired = acme.id().schema() + "." + partitions(acme).getFirst();
    TestTenant.execute(
        "update ingest.partitions set removal_begun_at = now() where tenant_id = '%s'"
            .formatted(acme.id().value()));
    TestTenant.execute("alter table %s detach partition %s".formatted(acme.table(), expired));

    try (var blocking = begin("lock table " + expired + " in access exclusive mode")) {
      // when
      var removal = Thread.ofVirtual().start(this::removeExpired);
      awaitWaitingFor(expired);

      // then
      assertThat(transactionOfWhoWaitsFor(expired)).isNull();
      blocking.commit();
      removal.join();
    }
    assertThat(
            TestTenant.one(
                "select sum(events)::bigint from ingest.removals where tenant_id = '%s'"
                    .formatted(acme.id().value())))
        .isEqualTo((long) EVENTS);
    assertThat(partitions(acme)).isEmpty();
  }

  @Test
  void removesACopyThatWasLeftBehindAndJoinsAnew() throws Exception {
    // given: a join that comes to its end neither way, as if its process had died
    var acme = tenantWithMonths();
    fill(acme);
    var part = acme.id().schema() + "." + partitions(acme).getFirst();
    var copy = acme.table() + "_" + year + "_copy";
    try (var store =
            begin(
                "select 1 from ingest.event_data_stores where id = '%s' for update"
                    .formatted(acme.store()));
        var copying = begin("lock table " + part + " in access exclusive mode")) {
      var merge = Thread.ofVirtual().start(this::merge);
      awaitWaitingFor(part);
      try (var reading = begin("lock table " + copy + " in access share mode")) {
        copying.commit();
        merge.join();
        reading.rollback();
      }
      store.rollback();
    }
    assertThat(exists(copy)).isTrue();
    assertThat(partitions(acme)).hasSize(2);

    // when
    merge();

    // then
    assertThat(exists(copy)).isFalse();
    assertThat(partitions(acme)).containsExactly(name(acme));
    assertThat(content(acme)).hasSize(EVENTS);
  }

  @Test
  void makesAPartitionWhereATableOfItsNameWasLeftBehind() {
    // given: what a join of an earlier release left, whose parts have expired since
    var acme = TestTenant.make("acme");
    var leftover = acme.table() + "_" + year;
    TestTenant.execute("create table %s (like %s including all)".formatted(leftover, acme.table()));
    TestTenant.execute("alter table %s owner to tarn_ingest".formatted(leftover));

    // when
    acme.put("{\"eventID\":\"late\",\"eventTime\":\"%d-03-05T00:00:00Z\"}".formatted(year))
        .statusCode(200);

    // then
    acme.awaitReceived(1);
    assertThat(TestTenant.rows("select event_id from " + acme.table()))
        .containsExactly(List.of("late"));
    assertThat(partitions(acme)).containsExactly(name(acme));
  }

  private TestTenant tenantWithMonths() throws SQLException {
    var tenant = TestTenant.make("acme");
    TestTenant.execute(
        "delete from ingest.partitions where tenant_id = '%s'".formatted(tenant.id().value()));
    RetentionTest.makeMonth(tenant, LocalDate.of(year, 3, 1));
    RetentionTest.makeMonth(tenant, LocalDate.of(year, 4, 1));
    return tenant;
  }

  /// Events of March, counted as the writers count them.
  private void fill(TestTenant tenant) {
    TestTenant.execute(
        """
        insert into %s (tenant_id, event_time, event_id, event_json, struct_presence, received_time,
            ingest_position, digest)
        select '%s', timestamp '%d-03-01' + n / 2 * interval '1 second', 'e' || n, '{}', 0, now(), n, ''
        from generate_series(1, %d) n"""
            .formatted(tenant.table(), tenant.id().value(), year, EVENTS));
    TestTenant.execute(
        """
        insert into ingest.store_days (tenant_id, store_id, day, kafka_partition, stored)
        values ('%s', '%s', '%d-03-01', 0, %d)"""
            .formatted(tenant.id().value(), tenant.store(), year, EVENTS));
  }

  private void merge() {
    TestTenant.execute("delete from ingest.job_leases");
    merging.mergeQuiet();
  }

  private void removeExpired() {
    TestTenant.execute("delete from ingest.job_leases");
    retention.removeExpired();
  }

  private static void keep(TestTenant tenant, int days) {
    given()
        .auth()
        .oauth2(tenant.grant(Role.SYSTEM))
        .contentType("application/json")
        .body("{\"retentionDays\":" + days + "}")
        .put(
            "/internal/tenants/{tenant}/event-data-stores/{id}/rules",
            tenant.id().value(),
            tenant.store())
        .then()
        .statusCode(204);
  }

  private String name(TestTenant tenant) {
    return tenant.table().split("\\.", -1)[1] + "_" + year;
  }

  private List<Object> partitions(TestTenant tenant) {
    return flat(
        "select table_name from ingest.partitions where tenant_id = '%s' and from_time < '%d-01-01' order by 1"
            .formatted(tenant.id().value(), year + 1));
  }

  private static List<Object> content(TestTenant tenant) {
    return flat(
        "select event_id || event_time || ingest_position from %s order by 1"
            .formatted(tenant.table()));
  }

  private static List<Object> flat(String query) {
    var values = new ArrayList<Object>();
    TestTenant.rows(query).forEach(values::addAll);
    return values;
  }

  private static boolean exists(String table) {
    return (boolean) TestTenant.one("select to_regclass('%s') is not null".formatted(table));
  }

  /// An open transaction of somebody else.
  private static Connection begin(String statement) throws SQLException {
    var connection = TestParts.running().connectAsSuperuser();
    connection.setAutoCommit(false);
    connection.createStatement().execute(statement);
    return connection;
  }

  private static void awaitWaitingFor(String table) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(waitingFor(table)).hasSize(1));
  }

  /// The transaction id that holds up everybody's positions; null where there is none.
  private static Object transactionOfWhoWaitsFor(String table) {
    return waitingFor(table).getFirst().getFirst();
  }

  private static List<List<Object>> waitingFor(String table) {
    return TestTenant.rows(
        """
        select a.backend_xid::text from pg_locks l join pg_stat_activity a using (pid)
        where l.relation = '%s'::regclass and not l.granted"""
            .formatted(table));
  }
}
