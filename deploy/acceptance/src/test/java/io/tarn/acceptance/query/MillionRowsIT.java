package io.tarn.acceptance.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.acceptance.product.Answer;
import io.tarn.testing.TestParts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A large result passes whole through a small heap: written, and read page by page.
/// `-Dtarn.results.rows` makes other sizes of it.
class MillionRowsIT {
  private static final int ROWS = Integer.getInteger("tarn.results.rows", 1_000_000);
  private static final String STATEMENT =
      "{\"statement\":\"SELECT eventID, eventTime, eventName, awsRegion FROM $EDS_ID\"}";

  @Test
  void passesThroughASmallHeap(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
      throws Exception {
    try (var provisioner = TestParts.running().connectAs("tarn_ingest");
        var service = QueryProcess.start(folder, "query")) {
      // given
      var tenant = QueriedTenant.create(provisioner);
      tenant.fill(provisioner, ROWS);
      // when
      var id = tenant.caller(service.address()).post(tenant.path(), STATEMENT).with(202).text("id");
      var end =
          await()
              .atMost(Duration.ofMinutes(10))
              .pollInterval(Duration.ofSeconds(1))
              .until(() -> state(tenant, service, id), state -> !isOpen(state));
      var seen = readAll(tenant, service, id);
      // then
      assertThat(end.text("state")).as(end.body()).isEqualTo("FINISHED");
      assertThat(end.json().at("/statistics/rows").asInt()).isEqualTo(ROWS);
      assertThat(seen.cardinality()).isEqualTo(ROWS);
      print(service, end);
    }
  }

  /// The numbers of the events, each of which must come once.
  private static BitSet readAll(QueriedTenant tenant, QueryProcess service, String id) {
    var seen = new BitSet(ROWS);
    var cursor = "";
    do {
      var page =
          tenant
              .caller(service.address())
              .get(tenant.path() + "/" + id + "/results?limit=1000" + cursor)
              .with(200)
              .json();
      for (var row : page.path("rows")) {
        var number = Integer.parseInt(row.path(0).asText().replace("event-", ""));
        assertThat(seen.get(number)).as("event %d comes twice", number).isFalse();
        seen.set(number);
      }
      cursor = page.path("nextCursor").isTextual() ? next(page.path("nextCursor").asText()) : "";
    } while (!cursor.isEmpty());
    return seen;
  }

  private static String next(String cursor) {
    return "&cursor=" + cursor;
  }

  private static Answer state(QueriedTenant tenant, QueryProcess service, String id) {
    return tenant.caller(service.address()).get(tenant.path() + "/" + id).with(200);
  }

  private static boolean isOpen(Answer state) {
    return state.text("state").equals("QUEUED") || state.text("state").equals("RUNNING");
  }

  @SuppressWarnings("SystemOut") // the figures are for who reads the build's log
  private static void print(QueryProcess service, Answer end) throws Exception {
    System.out.printf(
        "%,d rows written in %s ms, %s bytes stored; peak memory of the process %d MB with a heap"
            + " of 256 MB%n",
        ROWS,
        end.json().at("/statistics/runTimeMillis"),
        end.json().at("/statistics/resultBytes"),
        service.peakMegabytes());
  }
}
