package io.tarn.acceptance.kill;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Points of a batch's way at which a crash must neither lose nor double an event.
///
/// The product has no switch for it. Another session holds a table, so that the writer comes to the
/// point and waits there, which PostgreSQL's list of locks shows; then the process is killed.
enum KillPoint {
  /// The offset is moved, and the staging table not yet emptied.
  BEFORE_COPY("ingest.staging_0, ingest.staging_1", "access share", "AccessExclusiveLock"),
  /// The events are in the staging table, and not yet in the store.
  AFTER_COPY(KillIT.TABLE, "share", "RowExclusiveLock"),
  /// All is written but the last counts of the uploads.
  BEFORE_COMMIT("ingest.upload_counters", "share", "RowExclusiveLock"),
  /// A batch is committed, and the next has not moved the offset.
  AFTER_COMMIT("ingest.topic_offsets", "share", "RowExclusiveLock"),
  /// The partition is given to this process, which does not know yet where to go on.
  DURING_ASSIGNMENT("ingest.topic_offsets", "share", "RowExclusiveLock");

  private final String tables;
  private final String held;
  private final String wanted;

  KillPoint(String tables, String held, String wanted) {
    this.tables = tables;
    this.held = held;
    this.wanted = wanted;
  }

  /// Whether the process comes to it before it is ready.
  boolean isOfTheStart() {
    return this == DURING_ASSIGNMENT;
  }

  /// Holds the point's tables until the connection is closed.
  Connection hold(Parts parts) throws SQLException {
    var connection = parts.connect();
    connection.setAutoCommit(false);
    try (var lock = connection.createStatement()) {
      lock.execute("lock table " + tables + " in " + held + " mode");
    }
    return connection;
  }

  /// Waits until a writer stands at the point.
  void awaitWriter(Parts parts) {
    await()
        .alias("ingest-service comes to " + this)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> isReached(parts));
  }

  private boolean isReached(Parts parts) throws SQLException {
    try (var connection = parts.connect();
        var select =
            connection.prepareStatement(
                """
                select 1 from pg_locks l join pg_stat_activity a using (pid)
                where a.usename = 'tarn_ingest' and not l.granted and l.mode = ?
                and l.relation in (select trim(name)::regclass from regexp_split_to_table(?, ',') name)
                limit 1""")) {
      select.setString(1, wanted);
      select.setString(2, tables);
      try (var rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }
}
