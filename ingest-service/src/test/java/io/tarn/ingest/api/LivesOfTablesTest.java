package io.tarn.ingest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tarn.ingest.purge.PurgeJob;
import io.tarn.ingest.retention.RetentionJob;
import io.tarn.ingest.upload.UploadExpiryJob;
import io.tarn.service.gate.Role;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// No table of the service grows without end, and no job reads a large one as a whole.
@QuarkusTest
@OnIngestParts
class LivesOfTablesTest {
  private static final long MANY = 20_000;
  private static final String EVENT =
      "{\"eventID\":\"1\",\"eventTime\":\"2026-11-20T10:00:00Z\",\"recipientAccountId\":\"%s\"}";

  @Inject RetentionJob retention;
  @Inject UploadExpiryJob expiry;
  @Inject PurgeJob purging;

  @Test
  void eachTableStatesItsLife() {
    var silent =
        TestTenant.rows(
            """
            select relname from pg_class
            where relnamespace = 'ingest'::regnamespace and relkind in ('r', 'p')
            and relname <> 'flyway_schema_history'
            and coalesce(obj_description(oid, 'pg_class'), '') !~ '[.] Life: .+'""");

    assertThat(silent).isEmpty();
  }

  @Test
  void noPeriodicStatementReadsALargeTableAsAWhole() {
    // given
    var acme = TestTenant.make("acme");
    keep(acme, 3_000);
    fill(acme);
    var before = readAsAWhole();

    // when: the jobs that run every two seconds have run several times, and the hourly ones
    retention.removeExpired();
    expiry.run();
    purging.run();

    // then: also when every session has told what it counted, which takes up to ten seconds
    Awaitility.await()
        .during(Duration.ofSeconds(12))
        .pollInterval(Duration.ofSeconds(1))
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(readAsAWhole())
                    .allSatisfy(
                        (table, rows) ->
                            assertThat(rows - before.get(table)).as(table).isLessThan(MANY)));
  }

  @Test
  void finishedUploadsExpireAndOtherPurgesKeepWhatTheyContain() {
    // given: two uploads that contain the same event, of which one is long past
    var acme = TestTenant.make("acme");
    var first = put(acme, EVENT.formatted("111122223333"));
    var past = put(acme, EVENT.formatted("111122223333"));
    TestTenant.execute(
        "update ingest.uploads set completed_at = now() - interval '401 days' where id = '%s'"
            .formatted(past));

    // when
    expiry.run();

    // then
    upload(acme, past).statusCode(404);
    for (var table : List.of("upload_files", "upload_counters", "upload_reasons")) {
      assertThat(
              TestTenant.rows(
                  "select distinct upload_id::text from ingest.%s where tenant_id = '%s'"
                      .formatted(table, acme.id().value())))
          .doesNotContain(List.of(past));
    }
    upload(acme, first).statusCode(200);
    assertThat(
            TestTenant.rows(
                """
                select account, published from ingest.upload_accounts
                where tenant_id = '%s' and upload_id = '00000000-0000-0000-0000-000000000000'"""
                    .formatted(acme.id().value())))
        .containsExactly(List.of("111122223333", 1L));

    // when
    PurgeTest.purgeAll(acme, first);

    // then
    assertThat(TestTenant.rows("select upload_id::text from " + acme.table()))
        .containsExactly(List.of(past));
  }

  @Test
  void whatIsRememberedOfEventsLeavesWithThem() {
    // given
    var acme = TestTenant.make("acme");
    put(acme, EVENT.formatted("111122223333").replace("2026-11", "2024-11"));
    put(acme, EVENT.formatted("111122223333").replace("2026-11", "2024-11"));
    put(acme, EVENT.formatted("111122223334").replace("2026-11", "2024-11"));
    TestTenant.execute(
        """
        insert into ingest.digest_files (tenant_id, sha256, object_key, bytes, uploads, received_at)
        select '%s', sha256(n::text::bytea), 'key', '', '{}', now() - n * interval '1 day'
        from generate_series(1, 60, 20) n"""
            .formatted(acme.id().value()));
    assertThat(count("duplicate_uploads", acme)).isEqualTo(1);
    assertThat(count("conflicts", acme)).isEqualTo(1);

    // when
    keep(acme, 30);
    retention.removeExpired();

    // then
    assertThat(count("duplicate_uploads", acme)).isZero();
    assertThat(count("conflicts", acme)).isZero();
    assertThat(count("digest_files", acme)).isEqualTo(2);
  }

  private static long count(String table, TestTenant tenant) {
    return (long)
        TestTenant.one(
            "select count(*) from ingest.%s where tenant_id = '%s'"
                .formatted(table, tenant.id().value()));
  }

  private static ValidatableResponse upload(TestTenant tenant, String id) {
    return given()
        .auth()
        .oauth2(tenant.grant(Role.INGEST))
        .get("/v1/tenants/{tenant}/uploads/{id}", tenant.slug(), id)
        .then();
  }

  private static String put(TestTenant tenant, String body) {
    String upload = tenant.put(body).statusCode(200).extract().path("upload");
    tenant.awaitUpload(upload);
    return upload;
  }

  private static void keep(TestTenant tenant, int days) {
    TestTenant.execute(
        "update ingest.event_data_stores set retention_days = %d where id = '%s'"
            .formatted(days, tenant.store()));
  }

  /// Months of finished uploads with all that belongs to them.
  private static void fill(TestTenant tenant) {
    for (var rows :
        List.of(
            """
            insert into ingest.uploads (tenant_id, id, source, is_single, state, started_by, completed_at)
            select '%1$s', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 's', true,
                'COMPLETED', 'somebody', now() - n * interval '1 minute' from generate_series(1, 25000) n""",
            """
            insert into ingest.upload_files (tenant_id, upload_id, number, name, state, instance_id, is_exact)
            select tenant_id, id, 1, 'f', 'RECEIVED', id, true from ingest.uploads where tenant_id = '%1$s'""",
            """
            insert into ingest.upload_counters
            select tenant_id, id, 1, 0, 1, 1, 1 from ingest.uploads where tenant_id = '%1$s'""",
            """
            insert into ingest.upload_reasons
            select tenant_id, id, 1, 0, 'not-json', 1 from ingest.uploads where tenant_id = '%1$s'""",
            """
            insert into ingest.upload_accounts
            select tenant_id, id, '111122223333', '', 1, 0, 1 from ingest.uploads where tenant_id = '%1$s'""",
            """
            insert into ingest.purges (tenant_id, upload_id, reason, requested_by, completed_at)
            select tenant_id, id, 'r', 'somebody', now() from ingest.uploads where tenant_id = '%1$s'""",
            """
            insert into ingest.duplicate_uploads (tenant_id, store_id, event_time, event_id, upload_id)
            select tenant_id, '%2$s', now(), id, id from ingest.uploads where tenant_id = '%1$s'""",
            """
            insert into ingest.conflicts (tenant_id, store_id, event_time, event_id, digest, original, received_time)
            select tenant_id, '%2$s', now(), id, '', '', now() from ingest.uploads where tenant_id = '%1$s'""",
            """
            insert into ingest.digest_files (tenant_id, sha256, object_key, bytes, uploads, received_at)
            select tenant_id, sha256(id::text::bytea), 'key', '', array[id], now()
            from ingest.uploads where tenant_id = '%1$s'""",
            """
            insert into ingest.dead_letters (tenant_id, reason, detail, original, received_time)
            select tenant_id, 'not-json', '', '', now() from ingest.uploads where tenant_id = '%1$s'""")) {
      TestTenant.execute(rows.formatted(tenant.id().value(), tenant.store()));
    }
    TestTenant.execute(
        """
        analyze ingest.uploads, ingest.upload_files, ingest.upload_counters, ingest.upload_reasons,
            ingest.upload_accounts, ingest.purges, ingest.duplicate_uploads, ingest.conflicts,
            ingest.digest_files, ingest.dead_letters""");
  }

  /// How many rows of each filled table were read by going from one end to the other.
  private static Map<String, Long> readAsAWhole() {
    return TestTenant.rows(
            """
            select relname::text, seq_tup_read from pg_stat_user_tables
            where schemaname = 'ingest' and relname in ('uploads', 'upload_files', 'upload_counters',
                'upload_reasons', 'upload_accounts', 'purges', 'duplicate_uploads', 'conflicts',
                'digest_files', 'dead_letters')""")
        .stream()
        .collect(Collectors.toMap(row -> (String) row.get(0), row -> (Long) row.get(1)));
  }
}
