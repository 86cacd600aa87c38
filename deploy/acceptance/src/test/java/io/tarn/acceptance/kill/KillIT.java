package io.tarn.acceptance.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.acceptance.product.Caller;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import io.tarn.service.gate.TestGrants;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// While events flow, ingest-service dies at five named points, and PostgreSQL and Kafka once each.
/// Afterwards the set of
/// (id, time, digest) is exact: nothing is lost, nothing is doubled, and no conflict took the place
/// of an event.
///
/// `-Dtarn.kill.events` and `-Dtarn.kill.seed` make other runs of it; `./tarn bench kill` makes
/// longer ones.
class KillIT {
  private static final int EVENTS = Integer.getInteger("tarn.kill.events", 100_000);
  private static final long SEED = Long.getLong("tarn.kill.seed", 20_260_302L);
  private static final int BATCH = 250;
  private static final TenantId TENANT = new TenantId("k7m2p9q4r6s8t3v5w7x2y4z6a8");
  private static final String STORE = "0192f0c1-7d4e-7a55-9c0b-5f4e3d2c1b0a";
  static final String TABLE = TENANT.schema() + ".eds_" + STORE.replace("-", "");

  private final TestGrants grants = TestGrants.forService("ingest-service");

  @Test
  void nothingIsLostAndNothingIsDoubled(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
      throws Exception {
    try (var parts = new Parts(folder);
        var ingest = new IngestProcess(parts, folder)) {
      // given
      parts.start();
      ingest.start();
      provision(ingest);
      var events = new EventStream(SEED, EVENTS, BATCH);
      var sender = new Sender(events, () -> caller(ingest, Role.INGEST), path("events"));
      var sending = Thread.ofVirtual().start(sender);
      int share = events.batches() / (KillPoint.values().length + 3);
      // when
      sender.allow(share);
      for (var point : KillPoint.values()) {
        dieAt(point, parts, ingest, sender, share);
      }
      ingest.start();
      sender.allow(share);
      parts.killPostgres();
      sender.allow(share);
      parts.killKafka();
      sender.allow(events.batches());
      sending.join(Duration.ofMinutes(5 + EVENTS / 100_000));
      // then
      assertThat(events.isAtItsEnd()).as("all sent; %s", ingest.lastWords()).isTrue();
      assertThat(sender.repeated()).as("batches sent again").isPositive();
      await()
          .atMost(Duration.ofMinutes(3 + EVENTS / 100_000))
          .pollInterval(Duration.ofSeconds(1))
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(() -> count(parts), count -> count >= events.stored().size());
      assertThat(difference(events.stored(), stored(parts))).as("seed %d", SEED).isEmpty();
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(conflicts(parts)).isEqualTo(events.conflicts()));
    }
  }

  /// Leaves a dead process; before the point it has written something.
  private static void dieAt(
      KillPoint point, Parts parts, IngestProcess ingest, Sender sender, int share)
      throws Exception {
    ingest.kill();
    if (!point.isOfTheStart()) {
      var before = offsets(parts);
      ingest.start();
      sender.allow(share / 5);
      await()
          .alias("events are written before " + point)
          .atMost(Duration.ofMinutes(2))
          .until(() -> offsets(parts) > before);
    }
    try (var _ = point.hold(parts)) {
      if (point.isOfTheStart()) {
        ingest.startWithoutWaiting();
      }
      sender.allow(share - share / 5);
      point.awaitWriter(parts);
      ingest.kill();
    }
  }

  /// Total of all next offsets.
  private static long offsets(Parts parts) throws SQLException {
    try (var connection = parts.connect();
        var row =
            connection
                .createStatement()
                .executeQuery(
                    "select coalesce(sum(next_offset), 0)::bigint from ingest.topic_offsets")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void provision(IngestProcess ingest) {
    var system = caller(ingest, Role.SYSTEM);
    system.send("PUT", "/internal/tenants/" + TENANT.value(), "{\"accounts\":[]}");
    var store =
        """
        {"name":"default","arn":"arn:aws:cloudtrail:eu-west-1:111122223333:eventdatastore/%s",\
        "category":"Management","isDefault":true}"""
            .formatted(STORE);
    var answer =
        system.send(
            "PUT", "/internal/tenants/" + TENANT.value() + "/event-data-stores/" + STORE, store);
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
  }

  private Caller caller(IngestProcess ingest, Role role) {
    return Caller.bearing(ingest.address(), grants.grant(TENANT, "killed", role));
  }

  private static String path(String last) {
    return "/v1/tenants/" + TENANT.value() + "/event-data-stores/" + STORE + "/" + last;
  }

  private static int count(Parts parts) throws SQLException {
    try (var connection = parts.connect();
        var row = connection.createStatement().executeQuery("select count(*) from " + TABLE)) {
      row.next();
      return row.getInt(1);
    }
  }

  /// Id and time to digest; a doubled event gives more than one digest a key.
  private static Map<String, String> stored(Parts parts) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    read(parts, TABLE, "digest")
        .forEach(
            line -> {
              int digest = line.lastIndexOf('|');
              found.merge(
                  line.substring(0, digest),
                  line.substring(digest + 1),
                  (one, other) -> one + "," + other);
            });
    return found;
  }

  private static Set<String> conflicts(Parts parts) throws SQLException {
    return new TreeSet<>(read(parts, "ingest.conflicts", "digest"));
  }

  private static List<String> read(Parts parts, String table, String digest) throws SQLException {
    var statement =
        "select event_id || '|' || to_char(event_time, 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') || '|' || encode(%s, 'hex') from %s"
            .formatted(digest, table);
    try (var connection = parts.connect();
        var rows = connection.createStatement().executeQuery(statement)) {
      var lines = new java.util.ArrayList<String>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }

  /// At most a few lines of what is missing, too much, or other than it was sent.
  private static List<String> difference(Map<String, String> expected, Map<String, String> found) {
    var keys = new TreeSet<>(expected.keySet());
    keys.addAll(found.keySet());
    return keys.stream()
        .filter(key -> !java.util.Objects.equals(expected.get(key), found.get(key)))
        .map(key -> key + ": sent " + expected.get(key) + ", stored " + found.get(key))
        .limit(10)
        .toList();
  }
}
