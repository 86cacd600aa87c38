package io.tarn.ingest.storage;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of stores.
@ApplicationScoped
class StoreRepository {
  static final String COLUMNS =
      "select tenant_id, id, name, arn, category, is_default from ingest.event_data_stores ";

  Optional<Store> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.of(COLUMNS + "where tenant_id = ? and id = ?")
        .with(tenant, id)
        .first(connection, StoreRepository::store);
  }

  /// Locks the store's row, so that its partitions are made by one at a time.
  void lock(Connection connection, Store store) throws SQLException {
    boolean isFound =
        Sql.of(
                """
                select 1 from ingest.event_data_stores
                where tenant_id = ? and id = ? for no key update""")
            .with(store.tenant(), store.id())
            .hasRows(connection);
    if (!isFound) {
      throw new StorageException.UnknownStore();
    }
  }

  /// Stores whose tables have an older schema version.
  List<Store> olderThan(Connection connection, int shapeVersion) throws SQLException {
    return Sql.of(COLUMNS + "where schema_version < ? order by tenant_id, id")
        .with(shapeVersion)
        .list(connection, StoreRepository::store);
  }

  boolean isOlderThan(Connection connection, Store store, int shapeVersion) throws SQLException {
    return Sql.of(
            """
            select 1 from ingest.event_data_stores
            where tenant_id = ? and id = ? and schema_version < ?""")
        .with(store.tenant(), store.id(), shapeVersion)
        .hasRows(connection);
  }

  void setSchemaVersion(Connection connection, Store store, int shapeVersion) throws SQLException {
    Sql.of("update ingest.event_data_stores set schema_version = ? where tenant_id = ? and id = ?")
        .with(shapeVersion, store.tenant(), store.id())
        .execute(connection);
  }

  /// Sets what is given and leaves the rest as it is.
  void saveRules(Connection connection, Store store, StoreRules rules) throws SQLException {
    Sql.of(
            """
            update ingest.event_data_stores
            set selectors = coalesce(?::jsonb, selectors),
                retention_days = coalesce(?::integer, retention_days)
            where tenant_id = ? and id = ?""")
        .with(rules.selectors(), rules.retentionDays(), store.tenant(), store.id())
        .execute(connection);
  }

  /// Sets both rules; null is none.
  void changeRules(Connection connection, Store store, StoreRules rules) throws SQLException {
    int changed =
        Sql.of(
                """
                update ingest.event_data_stores
                set selectors = ?::jsonb, retention_days = ?::integer
                where tenant_id = ? and id = ?""")
            .with(rules.selectors(), rules.retentionDays(), store.tenant(), store.id())
            .execute(connection);
    if (changed == 0) {
      throw new StorageException.UnknownStore();
    }
  }

  /// A tenant has one default store: where this one is it, no other stays it. The caller holds the
  /// tenant's lock, so that two that become the default at once wait for each other.
  void save(Connection connection, Store store) throws SQLException {
    if (store.isDefault()) {
      clearDefault(connection, store.tenant());
    }
    Sql.of(
            """
            insert into ingest.event_data_stores
                (tenant_id, id, name, arn, category, is_default, schema_version)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, id) do update
            set name = excluded.name, arn = excluded.arn, is_default = excluded.is_default""")
        .with(
            store.tenant(),
            store.id(),
            store.name(),
            store.arn(),
            store.category().value(),
            store.isDefault(),
            EventTable.SCHEMA_VERSION)
        .execute(connection);
    Sql.of(
            """
            insert into %s.event_data_stores (id, name, arn, category, is_default)
            values (?, ?, ?, ?, ?)
            on conflict (id) do update
            set name = excluded.name, arn = excluded.arn, is_default = excluded.is_default"""
                .formatted(store.tenant().schema()))
        .with(store.id(), store.name(), store.arn(), store.category().value(), store.isDefault())
        .execute(connection);
  }

  private void clearDefault(Connection connection, TenantId tenant) throws SQLException {
    Sql.of(
            """
            update ingest.event_data_stores set is_default = false
            where tenant_id = ? and is_default""")
        .with(tenant)
        .execute(connection);
    Sql.of(
            "update %s.event_data_stores set is_default = false where is_default"
                .formatted(tenant.schema()))
        .execute(connection);
  }

  void delete(Connection connection, Store store) throws SQLException {
    Sql.of("delete from ingest.event_data_stores where tenant_id = ? and id = ?")
        .with(store.tenant(), store.id())
        .execute(connection);
    Sql.of("delete from %s.event_data_stores where id = ?".formatted(store.tenant().schema()))
        .with(store.id())
        .execute(connection);
  }

  /// Whether any event was ever written to this store.
  boolean hasEvents(Connection connection, Store store) throws SQLException {
    return Sql.of(
            """
            select 1 from ingest.store_counters
            where tenant_id = ? and store_id = ? and received > 0 limit 1""")
        .with(store.tenant(), store.id())
        .hasRows(connection);
  }

  static Store store(Row row) throws SQLException {
    return new Store(
        row.tenant(),
        row.uuid("id"),
        row.text("name"),
        row.text("arn"),
        EventCategory.of(row.text("category")),
        row.is("is_default"));
  }
}
