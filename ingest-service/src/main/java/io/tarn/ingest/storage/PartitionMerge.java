package io.tarn.ingest.storage;

import static java.util.stream.Collectors.joining;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;

/// Joins partitions to one without anybody waiting for longer than a lock is waited for.
///
/// ```
/// copy, in one snapshot, beside everything else
/// lock the parts; where an event came, went or changed hands since: throw the copy away
/// else detach the parts, attach the copy, drop the parts
/// ```
@ApplicationScoped
class PartitionMerge {
  private final DataSource database;
  private final StoreRepository stores;
  private final StorePartitions partitions;

  PartitionMerge(DataSource database, StoreRepository stores, StorePartitions partitions) {
    this.database = database;
    this.stores = stores;
    this.partitions = partitions;
  }

  /// Does the join; false where something changed meanwhile or a lock was not to be had.
  boolean merge(Store store, MergePlan.Merge merge) throws SQLException {
    var copy = store.tenant().schema() + "." + EventTable.partitionName(store, merge.whole());
    var snapshot = Sql.inTransaction(database, connection -> copy(connection, store, merge, copy));
    try {
      boolean isDone =
          Sql.inTransaction(database, connection -> swap(connection, store, merge, copy, snapshot));
      if (isDone) {
        partitions.forget(store);
        return true;
      }
    } catch (SQLException failure) {
      Log.infof("partitions of store %s are not joined now: %s", store.id(), failure.getSQLState());
    }
    Sql.runInTransaction(database, connection -> Sql.run(connection, "drop table " + copy));
    return false;
  }

  /// What the copy holds: all that this snapshot sees.
  private record Snapshot(OffsetDateTime at, long oldestRunning, long stored) {}

  private static Snapshot copy(
      Connection connection, Store store, MergePlan.Merge merge, String copy) throws SQLException {
    Sql.run(connection, "set transaction isolation level repeatable read");
    var range = merge.whole().range();
    var snapshot = snapshot(connection, store, range);
    Sql.run(connection, "drop table if exists " + copy);
    Sql.run(connection, "create table %s (like %s including all)".formatted(copy, store.table()));
    Sql.run(
        connection,
        """
        alter table %s add constraint ck_range
        check (event_time is not null and event_time >= '%s' and event_time < '%s')"""
            .formatted(copy, range.from(), range.to()));
    Sql.run(
        connection,
        "insert into %s select * from %s where event_time >= '%s' and event_time < '%s'"
            .formatted(copy, store.table(), range.from(), range.to()));
    return snapshot;
  }

  private static Snapshot snapshot(Connection connection, Store store, TimeRange range)
      throws SQLException {
    long stored = stored(connection, store, range);
    return Sql.query(
            connection,
            "select now(), pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
            row -> new Snapshot(row.getObject(1, OffsetDateTime.class), row.getLong(2), stored))
        .getFirst();
  }

  private boolean swap(
      Connection connection, Store store, MergePlan.Merge merge, String copy, Snapshot snapshot)
      throws SQLException {
    Sql.run(connection, "set local lock_timeout = '500ms'");
    stores.lock(connection, store);
    var parts = names(connection, store, merge.parts());
    if (parts.size() != merge.parts().size()) {
      return false;
    }
    Sql.run(
        connection,
        "lock table %s in share row exclusive mode"
            .formatted(parts.stream().collect(joining(", "))));
    if (hasChanged(connection, store, merge, snapshot)) {
      return false;
    }
    for (var part : parts) {
      Sql.run(connection, "alter table %s detach partition %s".formatted(store.table(), part));
      Sql.run(connection, "drop table " + part);
    }
    forget(connection, store, merge.parts());
    attach(connection, store, merge.whole(), copy);
    return true;
  }

  private static void forget(Connection connection, Store store, List<TimeRange> parts)
      throws SQLException {
    Sql.execute(
        connection,
        "delete from ingest.partitions where tenant_id = ? and store_id = ? and from_time = any (?)",
        store.tenant().value(),
        store.id(),
        starts(connection, parts));
  }

  /// The partitions that are still there and that nobody is removing.
  private static List<String> names(Connection connection, Store store, List<TimeRange> parts)
      throws SQLException {
    return Sql.query(
        connection,
        """
        select table_name from ingest.partitions
        where tenant_id = ? and store_id = ? and from_time = any (?) and removal_begun_at is null""",
        row -> store.tenant().schema() + "." + row.getString(1),
        store.tenant().value(),
        store.id(),
        starts(connection, parts));
  }

  private static Array starts(Connection connection, List<TimeRange> parts) throws SQLException {
    return connection.createArrayOf(
        "timestamp", parts.stream().map(part -> part.from().atStartOfDay()).toArray());
  }

  private static boolean hasChanged(
      Connection connection, Store store, MergePlan.Merge merge, Snapshot snapshot)
      throws SQLException {
    return stored(connection, store, merge.whole().range()) != snapshot.stored()
        || hasRemoved(connection, store, snapshot)
        || hasWithdrawn(connection, store, snapshot);
  }

  private static boolean hasRemoved(Connection connection, Store store, Snapshot snapshot)
      throws SQLException {
    return !Sql.query(
            connection,
            """
            select 1 from ingest.removals
            where store_id = ? and transaction_id >= ?::text::xid8 limit 1""",
            row -> row.getInt(1),
            store.id(),
            Long.toString(snapshot.oldestRunning()))
        .isEmpty();
  }

  /// A withdrawal removes events, and hands others over to the upload that brought them again: that
  /// changes a row and no count. One that was completed before the copy began had done all of it.
  private static boolean hasWithdrawn(Connection connection, Store store, Snapshot snapshot)
      throws SQLException {
    return !Sql.query(
            connection,
            """
            select 1 from ingest.withdrawals
            where tenant_id = ? and (completed_at is null or completed_at >= ?) limit 1""",
            row -> row.getInt(1),
            store.tenant().value(),
            snapshot.at())
        .isEmpty();
  }

  private static void attach(
      Connection connection, Store store, PartitionPlan.Choice whole, String copy)
      throws SQLException {
    Sql.run(
        connection,
        "alter table %s attach partition %s for values from ('%s') to ('%s')"
            .formatted(store.table(), copy, whole.range().from(), whole.range().to()));
    Sql.run(connection, "alter table %s drop constraint ck_range".formatted(copy));
    StorePartitions.register(connection, store, whole);
  }

  /// Counted by the writers in the transactions that store.
  private static long stored(Connection connection, Store store, TimeRange range)
      throws SQLException {
    return Sql.query(
            connection,
            """
            select coalesce(sum(stored), 0) from ingest.store_days
            where tenant_id = ? and store_id = ? and day >= ? and day < ?""",
            row -> row.getLong(1),
            store.tenant().value(),
            store.id(),
            range.from(),
            range.to())
        .getFirst();
  }
}
