package io.tarn.ingest.storage;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/// Finds stores, always by tenant and address together.
@ApplicationScoped
public class Stores {
  private final DataSource database;
  private final TenantRepository tenants;
  private final StoreRepository repository;

  Stores(DataSource database, TenantRepository tenants, StoreRepository repository) {
    this.database = database;
    this.tenants = tenants;
    this.repository = repository;
  }

  /// The store at an address: uuid, ARN, name or `default`.
  public Store byAddress(TenantId tenant, String address) {
    try (var connection = database.getConnection()) {
      return repository
          .find(connection, tenant, address)
          .orElseThrow(StorageException.UnknownStore::new);
    } catch (SQLException failure) {
      throw new StorageException.Unavailable(failure);
    }
  }

  /// The store of this id, if it is this tenant's.
  public Optional<Store> byId(TenantId tenant, UUID id) throws SQLException {
    try (var connection = database.getConnection()) {
      return repository.find(connection, tenant, id);
    }
  }

  /// The accounts that the tenant admits; empty for all.
  public Set<String> accounts(TenantId tenant) {
    try (var connection = database.getConnection()) {
      return tenants.accounts(connection, tenant).stream()
          .findFirst()
          .orElseThrow(StorageException.UnknownStore::new);
    } catch (SQLException failure) {
      throw new StorageException.Unavailable(failure);
    }
  }

  /// The tenant's store of each kind: the default store where it is of that kind, else the oldest.
  public Map<EventCategory, Store> byKind(TenantId tenant) {
    try (var connection = database.getConnection()) {
      var byKind = new EnumMap<EventCategory, Store>(EventCategory.class);
      for (var store : repository.defaultFirst(connection, tenant)) {
        byKind.putIfAbsent(store.category(), store);
      }
      return byKind;
    } catch (SQLException failure) {
      throw new StorageException.Unavailable(failure);
    }
  }

  /// Selectors and retention of each of a tenant's stores.
  public Map<UUID, StoreRules> rules(TenantId tenant) {
    try (var connection = database.getConnection()) {
      return repository.rules(connection, tenant);
    } catch (SQLException failure) {
      throw new StorageException.Unavailable(failure);
    }
  }

  /// All stores of a tenant, the default one first.
  public List<Store> ofTenant(TenantId tenant) {
    try (var connection = database.getConnection()) {
      return repository.defaultFirst(connection, tenant);
    } catch (SQLException failure) {
      throw new StorageException.Unavailable(failure);
    }
  }

  /// The stores of all tenants.
  public List<Store> all() throws SQLException {
    try (var connection = database.getConnection()) {
      return repository.all(connection);
    }
  }
}
