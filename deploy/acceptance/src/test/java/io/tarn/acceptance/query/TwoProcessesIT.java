package io.tarn.acceptance.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.acceptance.product.Answer;
import io.tarn.testing.TestParts;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Two query-services on one database: a cancel reaches the one that runs the execution, and what a
/// killed one leaves behind ends as FAILED, with nothing left at work in the database.
class TwoProcessesIT {
  private static final String HELD = "{\"statement\":\"SELECT eventName FROM $EDS_ID\"}";

  @Test
  void oneEndsWhatTheOtherRunsOrLeaves(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
      throws Exception {
    try (var provisioner = TestParts.running().connectAs("tarn_ingest");
        var one = QueryProcess.start(folder, "query-one");
        var other = QueryProcess.start(folder, "query-other")) {
      var tenant = QueriedTenant.create(provisioner);
      tenant.fill(provisioner, 10);
      cancelsAtTheOther(tenant, one, other);
      endsWhatAKilledOneLeaves(tenant, one, other);
      runsAgain(tenant, other);
    }
  }

  private static void cancelsAtTheOther(QueriedTenant tenant, QueryProcess one, QueryProcess other)
      throws Exception {
    try (var _ = tenant.holdUp()) {
      // given
      var id = running(tenant, one);
      // when
      var begin = System.nanoTime();
      tenant.caller(other.address()).delete(tenant.path() + "/" + id).with(202);
      // then
      await()
          .atMost(Duration.ofSeconds(10))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> tenant.runningStatements() == 0);
      print("cancelled at the other process: database work ended after", begin);
      await().atMost(Duration.ofSeconds(10)).until(() -> isIn(tenant, other, id, "CANCELLED"));
    }
  }

  private static void endsWhatAKilledOneLeaves(
      QueriedTenant tenant, QueryProcess one, QueryProcess other) throws Exception {
    try (var _ = tenant.holdUp()) {
      // given
      var id = running(tenant, one);
      // when
      var begin = System.nanoTime();
      one.kill();
      // then
      await().atMost(Duration.ofSeconds(30)).until(() -> tenant.runningStatements() == 0);
      print("killed: database work ended after", begin);
      await().atMost(Duration.ofSeconds(30)).until(() -> isIn(tenant, other, id, "FAILED"));
      print("killed: its execution ended as FAILED after", begin);
      var problem = state(tenant, other, id).json().path("problem");
      assertThat(problem.path("type").asText()).isEqualTo("/problems/execution-interrupted");
      assertThat(problem.path("detail").asText()).contains("stopped");
      assertThat(tenant.caller(other.address()).get(tenant.path() + "/" + id + "/results").status())
          .isEqualTo(409);
    }
  }

  private static void runsAgain(QueriedTenant tenant, QueryProcess other) {
    // when
    var id = tenant.caller(other.address()).post(tenant.path(), HELD).with(202).text("id");
    // then
    await().atMost(Duration.ofSeconds(30)).until(() -> isIn(tenant, other, id, "FINISHED"));
  }

  private static String running(QueriedTenant tenant, QueryProcess process) throws Exception {
    var id = tenant.caller(process.address()).post(tenant.path(), HELD).with(202).text("id");
    await().atMost(Duration.ofSeconds(30)).until(() -> tenant.runningStatements() == 1);
    return id;
  }

  private static boolean isIn(QueriedTenant tenant, QueryProcess process, String id, String state) {
    return state(tenant, process, id).text("state").equals(state);
  }

  private static Answer state(QueriedTenant tenant, QueryProcess process, String id) {
    return tenant.caller(process.address()).get(tenant.path() + "/" + id);
  }

  @SuppressWarnings("SystemOut") // the figures are for who reads the build's log
  private static void print(String what, long begin) {
    System.out.printf("%s %d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
  }
}
