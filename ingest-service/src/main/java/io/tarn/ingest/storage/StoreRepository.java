package io.tarn.ingest.storage;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The rows of stores.
@ApplicationScoped
class StoreRepository {
  private static final String COLUMNS =
      "select tenant_id, id, name, arn, category, is_default from ingest.event_data_stores ";

  Optional<Store> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return one(connection, "where tenant_id = ? and id = ?", tenant.value(), id);
  }

  /// By uuid, ARN or name, in this order; `default` is the tenant's default store, whatever its
  /// name.
  Optional<Store> find(Connection connection, TenantId tenant, String address) throws SQLException {
    return one(
        connection,
        """
        where tenant_id = ? and (id::text = lower(?) or arn = ?
          or (? <> 'default' and name = ?) or (? = 'default' and is_default))
        order by id::text = lower(?) desc, arn = ? desc limit 1\
        """,
        tenant.value(),
        address,
        address,
        address,
        address,
        address,
        address,
        address);
  }

  /// Locks the store's row, so that its partitions are made by one at a time.
  void lock(Connection connection, Store store) throws SQLException {
    var found =
        Sql.query(
            connection,
            "select 1 from ingest.event_data_stores where tenant_id = ? and id = ? for no key"
                + " update",
            row -> row.getInt(1),
            store.tenant().value(),
            store.id());
    if (found.isEmpty()) {
      throw new StorageException.UnknownStore();
    }
  }

  List<Store> all(Connection connection) throws SQLException {
    return Sql.query(connection, COLUMNS + "order by tenant_id, id", StoreRepository::store);
  }

  /// A tenant's stores, the default one first, then the oldest.
  List<Store> defaultFirst(Connection connection, TenantId tenant) throws SQLException {
    return Sql.query(
        connection,
        COLUMNS + "where tenant_id = ? order by is_default desc, created_at, id",
        StoreRepository::store,
        tenant.value());
  }

  /// Stores whose tables have an older schema version.
  List<Store> olderThan(Connection connection, int shapeVersion) throws SQLException {
    return Sql.query(
        connection,
        COLUMNS + "where schema_version < ? order by tenant_id, id",
        StoreRepository::store,
        shapeVersion);
  }

  boolean isOlderThan(Connection connection, Store store, int shapeVersion) throws SQLException {
    return !Sql.query(
            connection,
            """
            select 1 from ingest.event_data_stores
            where tenant_id = ? and id = ? and schema_version < ?\
            """,
            row -> row.getInt(1),
            store.tenant().value(),
            store.id(),
            shapeVersion)
        .isEmpty();
  }

  void setSchemaVersion(Connection connection, Store store, int shapeVersion) throws SQLException {
    Sql.execute(
        connection,
        "update ingest.event_data_stores set schema_version = ? where tenant_id = ? and id = ?",
        shapeVersion,
        store.tenant().value(),
        store.id());
  }

  /// Selectors and retention of each of a tenant's stores.
  Map<UUID, StoreRules> rules(Connection connection, TenantId tenant) throws SQLException {
    var rules = new HashMap<UUID, StoreRules>();
    Sql.query(
        connection,
        """
        select id, selectors::text, retention_days from ingest.event_data_stores
        where tenant_id = ?\
        """,
        row ->
            rules.put(
                row.getObject(1, UUID.class),
                new StoreRules(row.getString(2), row.getObject(3, Integer.class))),
        tenant.value());
    return rules;
  }

  /// Sets what is given and leaves the rest as it is.
  void saveRules(Connection connection, Store store, StoreRules rules) throws SQLException {
    Sql.execute(
        connection,
        """
        update ingest.event_data_stores
        set selectors = coalesce(?::jsonb, selectors),
            retention_days = coalesce(?::integer, retention_days)
        where tenant_id = ? and id = ?\
        """,
        rules.selectors(),
        rules.retentionDays(),
        store.tenant().value(),
        store.id());
  }

  /// Sets both rules; null is none.
  void changeRules(Connection connection, Store store, StoreRules rules) throws SQLException {
    int changed =
        Sql.execute(
            connection,
            """
            update ingest.event_data_stores
            set selectors = ?::jsonb, retention_days = ?::integer
            where tenant_id = ? and id = ?\
            """,
            rules.selectors(),
            rules.retentionDays(),
            store.tenant().value(),
            store.id());
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
    Sql.execute(
        connection,
        """
        insert into ingest.event_data_stores
            (tenant_id, id, name, arn, category, is_default, schema_version)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, id) do update
        set name = excluded.name, arn = excluded.arn, is_default = excluded.is_default\
        """,
        store.tenant().value(),
        store.id(),
        store.name(),
        store.arn(),
        store.category().value(),
        store.isDefault(),
        EventTable.SCHEMA_VERSION);
    Sql.execute(
        connection,
        """
        insert into %s.event_data_stores (id, name, arn, category, is_default)
        values (?, ?, ?, ?, ?)
        on conflict (id) do update
        set name = excluded.name, arn = excluded.arn, is_default = excluded.is_default\
        """
            .formatted(store.tenant().schema()),
        store.id(),
        store.name(),
        store.arn(),
        store.category().value(),
        store.isDefault());
  }

  private void clearDefault(Connection connection, TenantId tenant) throws SQLException {
    Sql.execute(
        connection,
        "update ingest.event_data_stores set is_default = false where tenant_id = ? and is_default",
        tenant.value());
    Sql.execute(
        connection,
        "update %s.event_data_stores set is_default = false where is_default"
            .formatted(tenant.schema()));
  }

  void delete(Connection connection, Store store) throws SQLException {
    Sql.execute(
        connection,
        "delete from ingest.event_data_stores where tenant_id = ? and id = ?",
        store.tenant().value(),
        store.id());
    Sql.execute(
        connection,
        "delete from %s.event_data_stores where id = ?".formatted(store.tenant().schema()),
        store.id());
  }

  /// Whether any event was ever written to this store.
  boolean hasEvents(Connection connection, Store store) throws SQLException {
    return !Sql.query(
            connection,
            """
            select 1 from ingest.store_counters
            where tenant_id = ? and store_id = ? and received > 0 limit 1\
            """,
            row -> row.getInt(1),
            store.tenant().value(),
            store.id())
        .isEmpty();
  }

  private static Optional<Store> one(Connection connection, String condition, Object... values)
      throws SQLException {
    return Sql.query(connection, COLUMNS + condition, StoreRepository::store, values).stream()
        .findFirst();
  }

  private static Store store(ResultSet row) throws SQLException {
    return new Store(
        new TenantId(row.getString(1)),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        EventCategory.of(row.getString(5)),
        row.getBoolean(6));
  }
}
