package io.tarn.ingest.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// Makes the partitions of event tables before rows need them. Thread-safe; several writers and
/// replicas may ask for the same one.
@ApplicationScoped
public class StorePartitions {
  /// How many days of event time tell how busy a store is.
  private static final int RATE_DAYS = 7;

  private final DataSource database;
  private final StoreRepository stores;
  private final Clock clock;
  private final Map<UUID, Ranges> known = new ConcurrentHashMap<>();

  /// @param current those that take events
  /// @param leaving those that are marked for removal
  private record Ranges(List<TimeRange> current, List<TimeRange> leaving) {
    static final Ranges NONE = new Ranges(List.of(), List.of());

    List<TimeRange> all() {
      return Stream.concat(current.stream(), leaving.stream()).toList();
    }
  }

  StorePartitions(DataSource database, StoreRepository stores, Clock clock) {
    this.database = database;
    this.stores = stores;
    this.clock = clock;
  }

  /// Sees to it that each of the days has a partition.
  ///
  /// @param eventsByDay the days and how many events of each are at hand, which tells of a busy
  ///     store before its counters do
  public void ensure(Store store, Map<LocalDate, Long> eventsByDay) throws SQLException {
    if (hasAll(known.getOrDefault(store.id(), Ranges.NONE).current(), eventsByDay.keySet())) {
      return;
    }
    known.put(
        store.id(),
        Sql.inTransaction(
            database,
            connection -> {
              make(connection, store, eventsByDay);
              return ranges(connection, store);
            }));
  }

  /// Whether the day's partition is being removed because all of it is older than the store keeps.
  /// A mark that was set just now may be missed; the insert then fails, and after [#forgetAll] it
  /// is seen.
  public boolean isLeaving(Store store, LocalDate day) throws SQLException {
    var ranges = known.get(store.id());
    if (ranges == null || hasAll(ranges.leaving(), List.of(day))) {
      // Asked anew: once it is removed, the day may have a partition again.
      try (var connection = database.getConnection()) {
        ranges = ranges(connection, store);
      }
      known.put(store.id(), ranges);
    }
    return hasAll(ranges.leaving(), List.of(day));
  }

  /// Forgets what it knows of a store, so that the next look is into the database.
  public void forget(Store store) {
    known.remove(store.id());
  }

  /// Forgets what it knows of all stores.
  public void forgetAll() {
    known.clear();
  }

  /// The same within the caller's transaction, without being remembered before it commits.
  void make(Connection connection, Store store, Map<LocalDate, Long> eventsByDay)
      throws SQLException {
    Sql.run(connection, "set local lock_timeout = '5s'");
    stores.lock(connection, store);
    var ranges = ranges(connection, store);
    for (var day : eventsByDay.entrySet()) {
      if (!hasAll(ranges.current(), List.of(day.getKey()))) {
        long rate = Math.max(rate(connection, store, day.getKey()), day.getValue());
        make(connection, store, PartitionPlan.choose(day.getKey(), rate, today(), ranges.all()));
        ranges = ranges(connection, store);
      }
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static void make(Connection connection, Store store, PartitionPlan.Choice choice)
      throws SQLException {
    Leftovers.dropUnlessPartition(connection, store, EventTable.partitionName(store, choice));
    for (var statement : EventTable.createPartition(store, choice)) {
      Sql.run(connection, statement);
    }
    register(connection, store, choice);
  }

  /// Notes a partition that is attached.
  static void register(Connection connection, Store store, PartitionPlan.Choice choice)
      throws SQLException {
    Sql.of(
            """
            insert into ingest.partitions (tenant_id, store_id, from_time, to_time, table_name)
            values (?, ?, ?, ?, ?)""")
        .with(
            store.tenant(),
            store.id(),
            choice.range().from().atStartOfDay(),
            choice.range().to().atStartOfDay(),
            EventTable.partitionName(store, choice))
        .execute(connection);
  }

  /// Which of the store's partitions to join next.
  Optional<MergePlan.Merge> nextMerge(Store store) throws SQLException {
    try (var connection = database.getConnection()) {
      var byDay =
          Sql.of(
                  """
                  select day, sum(stored) as stored from ingest.store_days
                  where tenant_id = ? and store_id = ? group by day""")
              .with(store.tenant(), store.id())
              .map(connection, row -> row.day("day"), row -> row.number("stored"));
      return MergePlan.choose(ranges(connection, store).all(), byDay, today());
    }
  }

  private static Ranges ranges(Connection connection, Store store) throws SQLException {
    var current = new ArrayList<TimeRange>();
    var leaving = new ArrayList<TimeRange>();
    Sql.of(
            """
            select from_time::date, to_time::date, removal_begun_at is not null as is_leaving
            from ingest.partitions
            where tenant_id = ? and store_id = ?""")
        .with(store.tenant(), store.id())
        .list(
            connection,
            row ->
                (row.is("is_leaving") ? leaving : current)
                    .add(new TimeRange(row.day("from_time"), row.day("to_time"))));
    return new Ranges(current, leaving);
  }

  /// Events a day over the week before this one.
  private static long rate(Connection connection, Store store, LocalDate day) throws SQLException {
    return Sql.of(
            """
            select coalesce(sum(stored), 0) / ? as rate from ingest.store_days
            where tenant_id = ? and store_id = ? and day >= ? and day < ?""")
        .with(RATE_DAYS, store.tenant(), store.id(), day.minusDays(RATE_DAYS), day)
        .one(connection, row -> row.number("rate"));
  }

  private static boolean hasAll(List<TimeRange> ranges, Collection<LocalDate> days) {
    return days.stream().allMatch(day -> ranges.stream().anyMatch(range -> range.contains(day)));
  }
}
