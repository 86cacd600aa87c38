package io.tarn.ingest.storage;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What taking in events needs to know of a tenant, as it was at one time.
///
/// @param stores its event data stores, the default one first, then the oldest
/// @param rules selectors and retention of each
/// @param accounts the accounts that it admits; empty for all
public record TenantSettings(
    List<Store> stores, Map<UUID, StoreRules> rules, Set<String> accounts) {
  public TenantSettings {
    stores = List.copyOf(stores);
    rules = Map.copyOf(rules);
    accounts = Set.copyOf(accounts);
  }

  /// The store of this id, if it is the tenant's.
  public Optional<Store> store(UUID id) {
    return stores.stream().filter(store -> store.id().equals(id)).findFirst();
  }

  /// The tenant's store of each kind: the default store where it is of that kind, else the
  /// oldest.
  public Map<EventCategory, Store> byKind() {
    var byKind = new EnumMap<EventCategory, Store>(EventCategory.class);
    stores.forEach(store -> byKind.putIfAbsent(store.category(), store));
    return byKind;
  }

  /// Reads the settings of one tenant. Not thread-safe.
  public static final class Reading {
    private final List<Store> stores = new ArrayList<>();
    private final Map<UUID, StoreRules> rules = new HashMap<>();
    private Set<String> accounts = Set.of();
    private boolean isKnown;

    /// A row for each store, or one without.
    public static Sql statement(TenantId tenant) {
      return Sql.of(
              """
              select t.tenant_id, s.id, s.name, s.arn, s.category, s.is_default,
                     s.selectors::text, s.retention_days, t.accounts
              from ingest.tenants t
              left join ingest.event_data_stores s on s.tenant_id = t.tenant_id
              where t.tenant_id = ? order by s.is_default desc, s.created_at, s.id""")
          .with(tenant);
    }

    /// Takes one of its rows.
    public void add(Row row) throws SQLException {
      isKnown = true;
      accounts = Set.of(row.texts("accounts"));
      if (row.uuidOrNull("id") != null) {
        var store = StoreRepository.store(row);
        stores.add(store);
        rules.put(
            store.id(),
            new StoreRules(
                row.textOrNull("selectors"), row.getOrNull("retention_days", Integer.class)));
      }
    }

    /// The settings, after all rows.
    public TenantSettings settings() {
      if (!isKnown) {
        throw new StorageException.UnknownStore();
      }
      return new TenantSettings(stores, rules, accounts);
    }
  }
}
