package io.tarn.ingest.storage;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Finds stores, always by tenant and address together.
@ApplicationScoped
public class Stores {
  private final DataSource database;
  private final StoreRepository repository;

  Stores(DataSource database, StoreRepository repository) {
    this.database = database;
    this.repository = repository;
  }

  /// The store at an address: uuid, ARN or name, in this order; `default` is the tenant's default
  /// store, whatever its name.
  public Store byAddress(TenantId tenant, String address) {
    var found =
        Sql.of(
                StoreRepository.COLUMNS
                    + """
                    cross join (select ? as address) a
                    where tenant_id = ? and (id::text = lower(address) or arn = address
                        or case when address = 'default' then is_default else name = address end)
                    order by id::text = lower(address) desc, arn = address desc limit 1""")
            .with(address, tenant);
    return read(connection -> found.first(connection, StoreRepository::store))
        .orElseThrow(StorageException.UnknownStore::new);
  }

  /// The store of this id, if it is this tenant's.
  public Optional<Store> byId(TenantId tenant, UUID id) throws SQLException {
    try (var connection = database.getConnection()) {
      return repository.find(connection, tenant, id);
    }
  }

  /// What taking in events needs to know of the tenant.
  public TenantSettings settings(TenantId tenant) {
    var reading = new TenantSettings.Reading();
    try {
      Sql.runTogether(
          database, List.of(new Sql.Step(TenantSettings.Reading.statement(tenant), reading::add)));
    } catch (SQLException failure) {
      throw new StorageException.Unavailable(failure);
    }
    return reading.settings();
  }

  /// All stores of a tenant, the default one first, then the oldest.
  public List<Store> ofTenant(TenantId tenant) {
    var all =
        Sql.of(
                StoreRepository.COLUMNS
                    + "where tenant_id = ? order by is_default desc, created_at, id")
            .with(tenant);
    return read(connection -> all.list(connection, StoreRepository::store));
  }

  /// The stores of all tenants.
  public List<Store> all() throws SQLException {
    try (var connection = database.getConnection()) {
      return Sql.of(StoreRepository.COLUMNS + "order by tenant_id, id")
          .list(connection, StoreRepository::store);
    }
  }

  private <T> T read(Sql.Work<T> work) {
    return Sql.inTransaction(database, work, StorageException.Unavailable::new);
  }
}
