package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.ingest.purge.PurgeJob;
import io.tarn.ingest.storage.JobLeases;
import io.tarn.ingest.storage.Sql;
import io.tarn.testing.TestParts;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A job is done by one replica at a time, for as long as it lasts and no longer.
@QuarkusTest
@OnIngestParts
class JobLeasesTest {
  private static final Duration SHORT = Duration.ofMillis(900);

  private final String job = "job " + UUID.randomUUID();
  private final AtomicInteger runs = new AtomicInteger();

  @Inject JobLeases leases;
  @Inject PurgeJob purging;

  @Test
  void keepsOthersOutForAsLongAsTheRunLasts() throws InterruptedException {
    // given: a run that lasts longer than its lease
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var run =
        Thread.ofVirtual()
            .start(
                () ->
                    leases.run(
                        job,
                        SHORT,
                        lease -> {
                          begun.countDown();
                          await(end);
                          lease.require();
                          runs.addAndGet(100);
                        }));
    await(begun);

    // when
    Awaitility.await()
        .during(SHORT.multipliedBy(4))
        .atMost(SHORT.multipliedBy(10))
        .until(
            () -> {
              leases.run(job, SHORT, _ -> runs.incrementAndGet());
              return runs.get() == 0;
            });
    end.countDown();
    run.join();

    // then
    assertThat(runs).hasValue(100);
  }

  @Test
  void isFreeAgainAtTheEndOfARun() {
    leases.run(job, _ -> runs.incrementAndGet());
    leases.run(job, _ -> runs.incrementAndGet());

    assertThat(runs).hasValue(2);
    assertThat(TestTenant.rows("select 1 from ingest.job_leases where job = '%s'".formatted(job)))
        .isEmpty();
  }

  @Test
  void isFreeAgainAfterARunThatFails() {
    try {
      leases.run(
          job,
          _ -> {
            throw new IllegalStateException("a fault");
          });
    } catch (IllegalStateException _) {
      runs.incrementAndGet();
    }
    leases.run(job, _ -> runs.incrementAndGet());

    assertThat(runs).hasValue(2);
  }

  @Test
  void stopsARunThatLostItsLeaseAndLeavesItToTheOther() {
    // when
    leases.run(
        job,
        lease -> {
          lease.require();
          runs.incrementAndGet();
          TestTenant.execute(
              "update ingest.job_leases set holder = gen_random_uuid() where job = '%s'"
                  .formatted(job));
          lease.require();
          runs.addAndGet(100);
        });

    // then
    assertThat(runs).hasValue(1);
    assertThat(TestTenant.rows("select 1 from ingest.job_leases where job = '%s'".formatted(job)))
        .hasSize(1);
  }

  @Test
  void rollsAStepBackDuringWhichTheLeaseWasLost() {
    // given
    var acme = TestTenant.make("acme");
    var rename =
        "update ingest.event_data_stores set name = 'late' where id = '%s'".formatted(acme.store());

    // when
    leases.run(
        job,
        lease -> {
          int changed =
              lease.inTransaction(
                  connection -> {
                    int rows = Sql.of(rename).execute(connection);
                    TestTenant.execute(
                        "update ingest.job_leases set holder = gen_random_uuid() where job = '%s'"
                            .formatted(job));
                    return rows;
                  });
          runs.addAndGet(changed);
        });

    // then
    assertThat(runs).hasValue(0);
    assertThat(
            TestTenant.one(
                "select name from ingest.event_data_stores where id = '%s'"
                    .formatted(acme.store())))
        .isEqualTo("default");
  }

  @Test
  void leavesAPurgeToTheReplicaThatIsAtIt() {
    // given
    var acme = TestTenant.make("acme");
    String upload = acme.put(EVENT).statusCode(200).extract().path("upload");
    acme.awaitUpload(upload);
    TestTenant.execute(
        "insert into ingest.job_leases values ('purge %s', now() + interval '1 hour', gen_random_uuid())"
            .formatted(upload));

    // when
    PurgeTest.begin(acme, upload);

    // then
    Awaitility.await()
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(TestTenant.rows("select 1 from " + acme.table())).hasSize(1));

    // and
    TestTenant.execute("delete from ingest.job_leases where job = 'purge %s'".formatted(upload));
    PurgeTest.awaitPurged(acme, upload);
    assertThat(TestTenant.rows("select 1 from " + acme.table())).isEmpty();
  }

  @Test
  void comesAgainLaterToAPurgeWhoseRowIsLocked() throws Exception {
    // given
    var acme = TestTenant.make("acme");
    String upload = acme.put(EVENT).statusCode(200).extract().path("upload");
    acme.awaitUpload(upload);
    var lease = "purge " + upload;
    TestTenant.execute(
        "insert into ingest.job_leases values ('%s', now() + interval '1 hour', gen_random_uuid())"
            .formatted(lease));
    PurgeTest.begin(acme, upload);
    try (var locking = TestParts.running().connectAsSuperuser()) {
      locking.setAutoCommit(false);
      locking
          .createStatement()
          .execute(
              "select 1 from ingest.purges where upload_id = '%s' for update".formatted(upload));

      // when
      TestTenant.execute("delete from ingest.job_leases where job = '%s'".formatted(lease));
      var run = Thread.ofVirtual().start(purging::run);

      // then: it does not go through the upload again and again
      assertThat(run.join(Duration.ofSeconds(20))).isTrue();
      assertThat(TestTenant.rows("select 1 from " + acme.table())).hasSize(1);
      locking.rollback();
    }
    PurgeTest.awaitPurged(acme, upload);
  }

  private static final String EVENT = "{\"eventID\":\"1\",\"eventTime\":\"2026-11-20T10:00:00Z\"}";

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
