package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.ingest.storage.PartitionMergeJob;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A purge that hands events over while their partitions are copied is not undone by the copy.
@QuarkusTest
@OnIngestParts
class MergeAndPurgeTest {
  @Inject PartitionMergeJob merging;

  @Test
  void throwsACopyAwayThatAPurgeOvertook() throws Exception {
    // given: a copy that has its snapshot, and waits for a table of its own name
    var acme = TestTenant.make("acme");
    var year = LocalDate.now(ZoneOffset.UTC).getYear() - 2;
    RetentionTest.makeMonth(acme, LocalDate.of(year, 3, 1));
    RetentionTest.makeMonth(acme, LocalDate.of(year, 4, 1));
    var event = "{\"eventID\":\"1\",\"eventTime\":\"%d-03-05T00:00:00Z\"}".formatted(year);
    var first = put(acme, event);
    var second = put(acme, event);
    var copy = acme.table() + "_" + year + "_copy";
    TestTenant.execute("create table " + copy + " (nothing integer)");
    TestTenant.execute("alter table " + copy + " owner to tarn_ingest");
    TestTenant.execute("delete from ingest.job_leases");
    try (var blocking = TestParts.running().connectAsSuperuser()) {
      blocking.setAutoCommit(false);
      blocking.createStatement().execute("lock table " + copy + " in access exclusive mode");
      var merge = Thread.ofVirtual().start(merging::mergeQuiet);
      awaitWaitingFor(copy);

      // when
      PurgeTest.purgeAll(acme, first);
      blocking.commit();
      merge.join();
    }

    // then
    assertThat(TestTenant.rows("select event_id, upload_id::text from " + acme.table()))
        .containsExactly(List.of("1", second));
  }

  private static void awaitWaitingFor(String table) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        TestTenant.rows(
                            "select 1 from pg_locks where relation = '%s'::regclass and not granted"
                                .formatted(table)))
                    .hasSize(1));
  }

  private static String put(TestTenant tenant, String body) {
    String upload = tenant.put(body).statusCode(200).extract().path("upload");
    tenant.awaitUpload(upload);
    return upload;
  }
}
