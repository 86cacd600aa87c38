package io.tarn.ingest.storage;

import io.tarn.common.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// The counts of a store's events by day of event time, which say what a statement scans. They
/// change in the transaction that stores or removes the events, and in no other.
public final class StoreDays {
  /// Where removals are counted, below zero; writers count under their Kafka partition.
  private static final int REMOVED = -1;

  private StoreDays() {}

  /// @param bytes octets of the original texts in UTF-8
  public record Count(long events, long bytes) {
    public static final Count NONE = new Count(0, 0);

    public Count plus(Count other) {
      return new Count(events + other.events, bytes + other.bytes);
    }

    private Count negative() {
      return new Count(-events, -bytes);
    }
  }

  /// Adds what a writer has stored. Each has rows of its own, so none waits for another.
  public static void add(
      Connection connection, Store store, int kafkaPartition, Map<LocalDate, Count> days)
      throws SQLException {
    if (days.isEmpty()) {
      return;
    }
    Sql.of(
            """
            insert into ingest.store_days as d
                (tenant_id, store_id, kafka_partition, day, stored, bytes)
            select ?, ?, ?, day, stored, bytes from unnest(?, ?, ?) as new (day, stored, bytes)
            on conflict (tenant_id, store_id, day, kafka_partition)
            do update set stored = d.stored + excluded.stored, bytes = d.bytes + excluded.bytes""")
        .with(
            store.tenant(),
            store.id(),
            kafkaPartition,
            connection.createArrayOf("date", days.keySet().toArray()),
            connection.createArrayOf("bigint", values(days, Count::events)),
            connection.createArrayOf("bigint", values(days, Count::bytes)))
        .execute(connection);
  }

  /// Takes out what is removed.
  public static void subtract(Connection connection, Store store, Map<LocalDate, Count> days)
      throws SQLException {
    var negative =
        days.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, day -> day.getValue().negative()));
    add(connection, store, REMOVED, negative);
  }

  /// What the tenant's own login sees of the counts: its stores' days, and nobody else's.
  static List<String> view(TenantId tenant) {
    return List.of(
        """
        create or replace view %1$s.event_days with (security_barrier = true) as
        select store_id, day, sum(stored)::bigint as events, sum(bytes)::bigint as bytes
        from ingest.store_days where tenant_id = '%2$s' group by store_id, day"""
            .formatted(tenant.schema(), tenant.value()),
        "grant select on %1$s.event_days to %1$s".formatted(tenant.schema()));
  }

  private static Object[] values(Map<LocalDate, Count> days, ToLongFunction<Count> part) {
    return days.values().stream().map(part::applyAsLong).toArray();
  }
}
