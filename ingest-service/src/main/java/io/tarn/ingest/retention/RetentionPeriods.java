package io.tarn.ingest.retention;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.config.UploadConfig;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.StorageException;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// How long stores keep their events.
@ApplicationScoped
public class RetentionPeriods {
  private static final String CANCELED = "57014";

  private final DataSource database;
  private final Stores stores;
  private final Clock clock;
  private final UploadConfig config;

  RetentionPeriods(DataSource database, Stores stores, Clock clock, UploadConfig config) {
    this.config = config;
    this.database = database;
    this.stores = stores;
    this.clock = clock;
  }

  /// What a store holds now that it would not keep with this retention, by the counts of its days.
  public Expiring olderThan(Store store, int days) {
    var firstKept = new RetentionPeriod(store, days).firstKept(today());
    try {
      return Sql.inTransaction(database, connection -> olderThan(connection, store, firstKept));
    } catch (SQLException failure) {
      throw CANCELED.equals(failure.getSQLState())
          ? new StorageException.TooLong(config.countWithin())
          : new StorageException.Unavailable(failure);
    }
  }

  private Expiring olderThan(Connection connection, Store store, LocalDate firstKept)
      throws SQLException {
    Sql.run(connection, "set local statement_timeout = " + config.countWithin().toMillis());
    long events =
        Sql.of(
                """
                select coalesce(sum(stored), 0) as stored from ingest.store_days
                where tenant_id = ? and store_id = ? and day < ?""")
            .with(store.tenant(), store.id(), firstKept)
            .one(connection, row -> row.number("stored"));
    return Sql.of(
            "select min(event_time) as first, max(event_time) as last from %s where event_time < ?"
                .formatted(store.table()))
        .with(firstKept.atStartOfDay())
        .one(
            connection,
            row -> new Expiring(events, row.utcOrNull("first"), row.utcOrNull("last"), firstKept));
  }

  /// The stores that do not keep events without end.
  List<RetentionPeriod> all() throws SQLException {
    var days = days();
    return stores.all().stream()
        .flatMap(store -> Stream.ofNullable(days.get(store.id())).map(of(store)))
        .toList();
  }

  /// How many days the tenants keep anything at all, by tenant: the longest of their stores. A
  /// tenant with a store that keeps events without end is not among them.
  Map<TenantId, Integer> longest() throws SQLException {
    try (var connection = database.getConnection()) {
      return Sql.of(
              """
              select tenant_id, max(retention_days) as days from ingest.event_data_stores
              group by tenant_id having bool_and(retention_days is not null)""")
          .map(connection, Row::tenant, row -> row.integer("days"));
    }
  }

  private static Function<Integer, RetentionPeriod> of(Store store) {
    return days -> new RetentionPeriod(store, days);
  }

  private Map<UUID, Integer> days() throws SQLException {
    try (var connection = database.getConnection()) {
      return Sql.of(
              """
              select id, retention_days from ingest.event_data_stores
              where retention_days is not null""")
          .map(connection, row -> row.uuid("id"), row -> row.integer("retention_days"));
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
