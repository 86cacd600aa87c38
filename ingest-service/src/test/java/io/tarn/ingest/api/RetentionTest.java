package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tarn.ingest.retention.RetentionJob;
import io.tarn.ingest.storage.PartitionMergeJob;
import io.tarn.service.gate.Role;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Events that are older than their store keeps them leave it, counted and hashed; nothing else
/// does.
@QuarkusTest
@OnIngestParts
class RetentionTest {

  private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
  private final Instant longAgo = today.minus(800, ChronoUnit.DAYS);
  private final Instant aYearAgo = today.minus(365, ChronoUnit.DAYS);

  @Inject RetentionJob retention;
  @Inject PartitionMergeJob merging;

  @Test
  void keepsEventsWithoutEndUntilARetentionIsSet() {
    var acme = tenantWith(longAgo, aYearAgo, today);

    removeExpired();

    assertThat(ids(acme)).containsExactly("e0", "e1", "e2");
  }

  @Test
  void removesWholePartitionsAndRowsAndRecordsWhatWent() throws Exception {
    // given: one event in a partition that goes as a whole, one in a partition of later ones
    var acme = tenantWith(longAgo, aYearAgo, today);
    var globex = tenantWith(longAgo, today);
    assertThat(counted(acme)).hasSize(3).isEqualTo(daysOfEvents(acme));

    // when
    preview(acme, 365)
        .statusCode(200)
        .body("events", equalTo(1))
        .body("from", equalTo(longAgo.toString()), "to", equalTo(longAgo.toString()))
        .body("keepsFrom", equalTo(LocalDate.ofInstant(aYearAgo, ZoneOffset.UTC).toString()));
    preview(acme, 900).statusCode(200).body("events", equalTo(0), "from", nullValue());
    keep(acme, 364).statusCode(204);
    removeExpired();

    // then
    assertThat(ids(acme)).containsExactly("e2");
    assertThat(ids(globex)).containsExactly("e0", "e1");
    assertThat(removed(acme)).isEqualTo(2);
    assertThat(counted(acme)).hasSize(1).isEqualTo(daysOfEvents(acme));
    assertThat(counted(globex)).hasSize(2).isEqualTo(daysOfEvents(globex));
    removals(acme)
        .body("items", hasSize(2))
        .body("items.kind", equalTo(List.of("retention", "retention")))
        .body("items[1].events", equalTo(1))
        .body("items[1].digest", equalTo(digest(longAgo, "e0")));
    removals(globex).body("items", empty());

    // and: a second run finds nothing
    removeExpired();
    assertThat(removed(acme)).isEqualTo(2);
  }

  @Test
  void takesUpARemovalThatWasInterruptedAfterDetaching() throws SQLException {
    // given
    var acme = tenantWith(longAgo, today);
    keep(acme, 30).statusCode(204);
    var old = partitions(acme).getFirst();
    execute(
        "update ingest.partitions set removal_begun_at = now() where table_name = '" + old + "'");
    execute(
        "alter table %s detach partition %s.%s".formatted(acme.table(), acme.id().schema(), old));

    // when
    removeExpired();

    // then
    assertThat(removed(acme)).isEqualTo(1);
    assertThat(partitions(acme)).doesNotContain(old);
  }

  @Test
  void waitsForAStatementThatStillReadsThePartitionAndHoldsUpNobody() throws SQLException {
    // given: somebody reads
    var acme = tenantWith(longAgo, today);
    keep(acme, 30).statusCode(204);
    try (var reader = TestParts.running().connectAsSuperuser()) {
      reader.setAutoCommit(false);
      try (var reading = reader.createStatement()) {
        reading.executeQuery("select count(*) from " + acme.table()).close();

        // when
        removeExpired();

        // then: the record is not there yet, and others read and write
        assertThat(removed(acme)).isZero();
        acme.put(event("late", today)).statusCode(200);
        acme.awaitReceived(3);
        assertThat(ids(acme)).contains("late");
      }
      reader.rollback();
    }
    removeExpired();
    assertThat(removed(acme)).isEqualTo(1);
  }

  @Test
  void tellsLateEventsOfAPartitionThatIsBeingRemovedThatTheyAreTooOld() throws SQLException {
    // given: a removal that has begun, which the writer has not heard of
    var acme = tenantWith(longAgo, today);
    execute(
        "update ingest.partitions set removal_begun_at = now() where table_name = '%s'"
            .formatted(partitions(acme).getFirst()));
    execute(
        "alter table %s detach partition %s.%s"
            .formatted(acme.table(), acme.id().schema(), partitions(acme).getFirst()));

    // when
    acme.put(event("late", longAgo) + "\n" + event("new", today)).statusCode(200);
    acme.awaitReceived(4);

    // then
    assertThat(
            TestTenant.rows(
                "select reason, convert_from(original, 'UTF8') from ingest.dead_letters where tenant_id = '%s'"
                    .formatted(acme.id().value())))
        .containsExactly(List.of("older-than-retention", event("late", longAgo)));
    assertThat(ids(acme)).containsExactly("e1", "new");
  }

  @Test
  void refusesAnotherTenantsStoreAsAnUnknownOne() {
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");

    given()
        .auth()
        .oauth2(acme.grant(Role.SYSTEM))
        .contentType("application/json")
        .body("{\"retentionDays\":1}")
        .put(
            "/internal/tenants/{tenant}/event-data-stores/{id}/rules",
            acme.id().value(),
            globex.store())
        .then()
        .statusCode(404);
  }

  @Test
  void joinsThePartitionsOfAQuietYearAndLosesNothing() throws SQLException {
    // given: two months of a past year, made for more events than came
    var acme = TestTenant.make("acme");
    var year = LocalDate.now(ZoneOffset.UTC).getYear() - 2;
    for (int month = 3; month < 6; month++) {
      makeMonth(acme, LocalDate.of(year, month, 1));
    }
    acme.put(event("a", Instant.parse(year + "-03-05T00:00:00Z"))).statusCode(200);
    acme.put(event("b", Instant.parse(year + "-05-31T23:59:59Z"))).statusCode(200);
    acme.awaitReceived(2);
    assertThat(partitions(acme)).filteredOn(name -> name.contains("_" + year)).hasSize(3);

    // when
    execute("delete from ingest.job_leases");
    merging.mergeQuiet();

    // then
    assertThat(partitions(acme)).filteredOn(name -> name.contains("_" + year)).hasSize(1);
    assertThat(ids(acme)).containsExactly("a", "b");
    acme.put(event("a", Instant.parse(year + "-03-05T00:00:00Z"))).statusCode(200);
    acme.awaitReceived(3);
    assertThat(acme.counters()).containsEntry("duplicates", 1L);
  }

  private void removeExpired() {
    try {
      execute("delete from ingest.job_leases");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    retention.removeExpired();
  }

  private static TestTenant tenantWith(Instant... times) {
    var tenant = TestTenant.make("acme");
    var events =
        IntStream.range(0, times.length)
            .mapToObj(number -> event("e" + number, times[number]))
            .collect(Collectors.joining("\n"));
    tenant.put(events).statusCode(200);
    tenant.awaitReceived(times.length);
    return tenant;
  }

  private static String event(String id, Instant time) {
    return "{\"eventID\":\"%s\",\"eventTime\":\"%s\"}".formatted(id, time);
  }

  private static ValidatableResponse keep(TestTenant tenant, int days) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.SYSTEM))
        .contentType("application/json")
        .body("{\"retentionDays\":" + days + "}")
        .put(path(tenant) + "/rules")
        .then();
  }

  private static ValidatableResponse preview(TestTenant tenant, int days) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.SYSTEM))
        .get(path(tenant) + "/retention/preview?days=" + days)
        .then();
  }

  private static String path(TestTenant tenant) {
    return "/internal/tenants/%s/event-data-stores/%s"
        .formatted(tenant.id().value(), tenant.store());
  }

  private static ValidatableResponse removals(TestTenant tenant) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.ANALYST))
        .get("/v1/tenants/{tenant}/removals", tenant.slug())
        .then()
        .statusCode(200);
  }

  private static List<Object> ids(TestTenant tenant) {
    return TestTenant.rows("select event_id from %s order by 1".formatted(tenant.table())).stream()
        .map(List::getFirst)
        .toList();
  }

  private static long removed(TestTenant tenant) {
    return (long)
        TestTenant.one(
            "select coalesce(sum(events), 0)::bigint from ingest.removals where tenant_id = '%s'"
                .formatted(tenant.id().value()));
  }

  private static List<String> partitions(TestTenant tenant) {
    return TestTenant.rows(
            "select table_name from ingest.partitions where tenant_id = '%s' order by from_time"
                .formatted(tenant.id().value()))
        .stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }

  static void makeMonth(TestTenant tenant, LocalDate first) throws SQLException {
    var name = "eds_%s_%s".formatted(tenant.store().toString().replace("-", ""), first.toString());
    var table = name.replace("-", "");
    execute(
        "create table %1$s.%2$s partition of %3$s for values from ('%4$s') to ('%5$s')"
            .formatted(tenant.id().schema(), table, tenant.table(), first, first.plusMonths(1)));
    execute("alter table %s.%s owner to tarn_ingest".formatted(tenant.id().schema(), table));
    execute(
        """
        insert into ingest.partitions (tenant_id, store_id, from_time, to_time, table_name)
        values ('%s', '%s', '%s', '%s', '%s')"""
            .formatted(tenant.id().value(), tenant.store(), first, first.plusMonths(1), table));
  }

  private static String digest(Instant time, String id) throws Exception {
    var line = time.toString().replace("Z", ".000Z") + " " + id + "\n";
    var sha256 = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha256.digest(line.getBytes(StandardCharsets.UTF_8)));
  }

  private static void execute(String statement) throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser();
        var plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }

  /// The counts of days that the tenant's own login sees, which are those of its one store.
  private static List<String> counted(TestTenant tenant) throws SQLException {
    try (var connection = TestParts.running().connectAs(tenant.id().schema())) {
      return lines(
          connection, "select day, events, bytes from event_days where events <> 0 order by day");
    }
  }

  private static List<String> daysOfEvents(TestTenant tenant) throws SQLException {
    try (var connection = TestParts.running().connectAsSuperuser()) {
      return lines(
          connection,
          """
          select event_time::date, count(*), sum(length(convert_to(event_json, 'UTF8')))
          from %s group by 1 order by 1"""
              .formatted(tenant.table()));
    }
  }

  private static List<String> lines(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var lines = new ArrayList<String>();
      while (rows.next()) {
        lines.add(rows.getString(1) + " " + rows.getLong(2) + " " + rows.getLong(3));
      }
      return lines;
    }
  }
}
