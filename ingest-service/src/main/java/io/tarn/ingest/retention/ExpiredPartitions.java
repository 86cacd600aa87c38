package io.tarn.ingest.retention;

import io.quarkus.logging.Log;
import io.tarn.ingest.config.RetentionConfig;
import io.tarn.ingest.storage.Lease;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StorePartitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;

/// Removes partitions of which every event is too old.
///
/// ```
/// marked -> detached, which lets statements end -> hashed -> record, drop, in one transaction
/// ```
///
/// A removal that is interrupted anywhere is taken up again where it stood: the mark says so.
@ApplicationScoped
class ExpiredPartitions {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int FETCH = 10_000;

  private final DataSource database;
  private final StorePartitions partitions;
  private final RetentionConfig config;

  ExpiredPartitions(DataSource database, StorePartitions partitions, RetentionConfig config) {
    this.database = database;
    this.partitions = partitions;
    this.config = config;
  }

  /// Removes what lies wholly before that day. What a statement still reads waits for the next
  /// time.
  void remove(RetentionPeriod period, LocalDate firstKept, Lease lease) throws SQLException {
    lease.require();
    for (var expired : mark(period.store(), firstKept)) {
      lease.require();
      if (detach(period.store(), expired)) {
        drop(period, expired, lease);
      }
    }
    partitions.forget(period.store());
  }

  private List<Expired> mark(Store store, LocalDate firstKept) throws SQLException {
    try (var connection = database.getConnection()) {
      Sql.of(
              """
              update ingest.partitions set removal_begun_at = now()
              where tenant_id = ? and store_id = ? and to_time <= ? and removal_begun_at is null""")
          .with(store.tenant(), store.id(), firstKept.atStartOfDay())
          .execute(connection);
      return Sql.of(
              """
              select table_name, from_time from ingest.partitions
              where tenant_id = ? and store_id = ? and removal_begun_at is not null
              order by from_time""")
          .with(store.tenant(), store.id())
          .list(connection, row -> new Expired(row.text("table_name"), row.time("from_time")));
    }
  }

  /// Takes the partition out of the table; false while somebody still holds it.
  private boolean detach(Store store, Expired expired) throws SQLException {
    try (var connection = database.getConnection()) {
      var how =
          switch (attachment(connection, store, expired)) {
            case "attached" -> "concurrently";
            case "leaving" -> "finalize";
            default -> "";
          };
      if (!how.isEmpty()) {
        withLockTimeout(
            connection,
            "alter table %s detach partition %s %s"
                .formatted(store.table(), expired.tableOf(store), how));
      }
      return true;
    } catch (SQLException failure) {
      if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
        Log.infof("partition %s is still being read; its removal waits", expired.name());
        return false;
      }
      throw failure;
    }
  }

  private static String attachment(Connection connection, Store store, Expired expired)
      throws SQLException {
    return Sql.of(
            """
            select case when inhdetachpending then 'leaving' else 'attached' end as state
            from pg_catalog.pg_inherits where inhrelid = to_regclass(?)""")
        .with(expired.tableOf(store))
        .first(connection, row -> row.text("state"))
        .orElse("detached");
  }

  /// Outside of a transaction, as detaching wants it, so the setting is the session's.
  private void withLockTimeout(Connection connection, String statement) throws SQLException {
    Sql.run(connection, "set lock_timeout = " + config.lockTimeout().toMillis());
    try {
      Sql.run(connection, statement);
    } finally {
      Sql.run(connection, "reset lock_timeout");
    }
  }

  /// Nothing writes into the detached table, so it is hashed before the transaction that drops it:
  /// one that has written holds up the positions and the outbox of all services while it lasts.
  private void drop(RetentionPeriod period, Expired expired, Lease lease) throws SQLException {
    var store = period.store();
    var events =
        Sql.inTransaction(database, connection -> hash(connection, expired.tableOf(store)));
    var _ =
        lease.inTransaction(
            connection -> {
              if (forget(connection, store, expired)) {
                if (!events.isEmpty()) {
                  Removals.record(
                      connection, store, events, Removals.Cause.retention(period.days()));
                }
                Sql.run(connection, "drop table " + expired.tableOf(store));
                Log.infof("partition %s is removed with %d events", expired.name(), events.count());
              }
              return true;
            });
  }

  /// False where another replica has removed it meanwhile.
  private static boolean forget(Connection connection, Store store, Expired expired)
      throws SQLException {
    return Sql.of(
                """
                delete from ingest.partitions
                where tenant_id = ? and store_id = ? and from_time = ?""")
            .with(store.tenant(), store.id(), expired.from())
            .execute(connection)
        == 1;
  }

  private static RemovedEvents hash(Connection connection, String table) throws SQLException {
    var events = new RemovedEvents();
    try (var reading = connection.createStatement()) {
      reading.setFetchSize(FETCH);
      try (var rows =
          reading.executeQuery(
              "select event_time, event_id, octet_length(event_json) as bytes from "
                  + table
                  + " order by event_time, event_id")) {
        while (rows.next()) {
          events.add(
              rows.getObject("event_time", LocalDateTime.class),
              rows.getString("event_id"),
              rows.getLong("bytes"));
        }
      }
    }
    return events;
  }

  /// A partition to be removed.
  private record Expired(String name, LocalDateTime from) {
    String tableOf(Store store) {
      return store.tenant().schema() + "." + name;
    }
  }
}
