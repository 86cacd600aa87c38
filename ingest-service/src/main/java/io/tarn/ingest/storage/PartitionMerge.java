package io.tarn.ingest.storage;

import static java.util.stream.Collectors.joining;

import io.quarkus.logging.Log;
import io.tarn.ingest.config.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Joins partitions to one without anybody waiting for longer than a lock is waited for.
///
/// ```
/// remember what is stored; copy, a few thousand events a transaction, beside everything else
/// lock the parts; where an event came, went or changed hands since: throw the copy away
/// else detach the parts, attach the copy under its own name, drop the parts
/// ```
///
/// One long transaction would hold up the positions and the outbox of all services while it lasts.
/// The steps see later and later snapshots, and all of them the same events: any that came, went or
/// changed hands after the first look is found before the copy is used.
@ApplicationScoped
class PartitionMerge {
  private static final String COPY = "_copy";

  private final DataSource database;
  private final StoreRepository stores;
  private final StorePartitions partitions;
  private final StorageConfig config;

  PartitionMerge(
      DataSource database,
      StoreRepository stores,
      StorePartitions partitions,
      StorageConfig config) {
    this.database = database;
    this.stores = stores;
    this.partitions = partitions;
    this.config = config;
  }

  /// Does the join; false where something changed meanwhile or a lock was not to be had.
  boolean merge(Store store, MergePlan.Merge merge, Lease lease) {
    var copy = Copy.of(store, merge);
    try {
      var snapshot =
          Sql.inTransaction(database, connection -> snapshot(connection, store, copy.range()));
      var _ = lease.inTransaction(connection -> create(connection, copy));
      copyAll(copy, lease);
      if (lease.inTransaction(connection -> swap(connection, merge, copy, snapshot))) {
        partitions.forget(store);
        return true;
      }
    } catch (SQLException failure) {
      Log.infof("partitions of store %s are not joined now: %s", store.id(), failure.getSQLState());
    }
    throwAway(copy);
    return false;
  }

  /// What the copy is to hold: all that this snapshot sees.
  private record Snapshot(OffsetDateTime at, long oldestRunning, long stored) {}

  /// The table that is filled; until it is attached it has a name that no partition has, so that
  /// one that is left behind is in nobody's way.
  private record Copy(Store store, PartitionPlan.Choice whole, String finalName) {
    static Copy of(Store store, MergePlan.Merge merge) {
      return new Copy(store, merge.whole(), EventTable.partitionName(store, merge.whole()));
    }

    String table() {
      return store.tenant().schema() + "." + finalName + COPY;
    }

    TimeRange range() {
      return whole.range();
    }
  }

  private record Key(LocalDateTime time, String id) {}

  private static boolean create(Connection connection, Copy copy) throws SQLException {
    Sql.run(connection, "drop table if exists " + copy.table());
    Sql.run(
        connection,
        "create table %s (like %s including all)".formatted(copy.table(), copy.store().table()));
    Sql.run(
        connection,
        """
        alter table %s add constraint ck_range
        check (event_time is not null and event_time >= '%s' and event_time < '%s')"""
            .formatted(copy.table(), copy.range().from(), copy.range().to()));
    return true;
  }

  private void copyAll(Copy copy, Lease lease) throws SQLException {
    var last = Optional.of(new Key(copy.range().from().atStartOfDay(), ""));
    while (last.isPresent()) {
      var from = last.get();
      last = lease.inTransaction(connection -> copySome(connection, copy, from));
    }
  }

  /// Copies the next events in the order of the unique index; answers the last of them.
  private Optional<Key> copySome(Connection connection, Copy copy, Key after) throws SQLException {
    return Sql.of(
            """
            with following as (
                select * from %1$s where event_time >= '%3$s' and event_time < '%4$s'
                and (event_time, event_id) > (?, ?) order by event_time, event_id limit ?),
            copied as (insert into %2$s select * from following)
            select event_time, event_id from following
            order by event_time desc, event_id desc limit 1"""
                .formatted(
                    copy.store().table(), copy.table(), copy.range().from(), copy.range().to()))
        .with(after.time(), after.id(), config.mergeEventsAStep())
        .first(connection, row -> new Key(row.time("event_time"), row.text("event_id")));
  }

  private void throwAway(Copy copy) {
    try {
      Sql.runInTransaction(database, connection -> Leftovers.drop(connection, copy.table()));
    } catch (SQLException failure) {
      Log.infof("a copy of store %s is left behind for now", copy.store().id());
    }
  }

  private static Snapshot snapshot(Connection connection, Store store, TimeRange range)
      throws SQLException {
    long stored = stored(connection, store, range);
    return Sql.of(
            "select now() as at, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest")
        .one(
            connection,
            row -> new Snapshot(row.get("at", OffsetDateTime.class), row.number("oldest"), stored));
  }

  private boolean swap(Connection connection, MergePlan.Merge merge, Copy copy, Snapshot snapshot)
      throws SQLException {
    var store = copy.store();
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
    attach(connection, copy);
    return true;
  }

  private static void forget(Connection connection, Store store, List<TimeRange> parts)
      throws SQLException {
    Sql.of(
            """
            delete from ingest.partitions
            where tenant_id = ? and store_id = ? and from_time = any (?)""")
        .with(store.tenant(), store.id(), starts(connection, parts))
        .execute(connection);
  }

  /// The partitions that are still there and that nobody is removing.
  private static List<String> names(Connection connection, Store store, List<TimeRange> parts)
      throws SQLException {
    return Sql.of(
            """
            select table_name from ingest.partitions
            where tenant_id = ? and store_id = ? and from_time = any (?)
            and removal_begun_at is null""")
        .with(store.tenant(), store.id(), starts(connection, parts))
        .list(connection, row -> store.tenant().schema() + "." + row.text("table_name"));
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
        || hasPurged(connection, store, snapshot);
  }

  private static boolean hasRemoved(Connection connection, Store store, Snapshot snapshot)
      throws SQLException {
    return Sql.of(
            """
            select 1 from ingest.removals
            where store_id = ? and transaction_id >= ?::text::xid8 limit 1""")
        .with(store.id(), Long.toString(snapshot.oldestRunning()))
        .hasRows(connection);
  }

  /// A purge removes events, and reassigns others to the upload that contains them again: that
  /// changes a row and no count. One that was completed before the copy began had done all of it.
  private static boolean hasPurged(Connection connection, Store store, Snapshot snapshot)
      throws SQLException {
    return Sql.of(
            """
            select 1 from ingest.purges
            where tenant_id = ? and (completed_at is null or completed_at >= ?) limit 1""")
        .with(store.tenant(), snapshot.at())
        .hasRows(connection);
  }

  private static void attach(Connection connection, Copy copy) throws SQLException {
    var store = copy.store();
    var table = store.tenant().schema() + "." + copy.finalName();
    Leftovers.dropUnlessPartition(connection, store, copy.finalName());
    Sql.run(connection, "alter table %s rename to %s".formatted(copy.table(), copy.finalName()));
    Sql.run(
        connection,
        "alter table %s attach partition %s for values from ('%s') to ('%s')"
            .formatted(store.table(), table, copy.range().from(), copy.range().to()));
    Sql.run(connection, "alter table %s drop constraint ck_range".formatted(table));
    StorePartitions.register(connection, store, copy.whole());
  }

  /// Counted by the writers in the transactions that store.
  private static long stored(Connection connection, Store store, TimeRange range)
      throws SQLException {
    return Sql.of(
            """
            select coalesce(sum(stored), 0) as stored from ingest.store_days
            where tenant_id = ? and store_id = ? and day >= ? and day < ?""")
        .with(store.tenant(), store.id(), range.from(), range.to())
        .one(connection, row -> row.number("stored"));
  }
}
