package io.tarn.ingest.storage;

import io.tarn.common.postgres.TenantSchema;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/// Makes and unmakes what a tenant and its stores have in the database. Each call is one
/// transaction and can be repeated.
@ApplicationScoped
public class Provisioning {
  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource database;
  private final TenantRepository tenants;
  private final StoreRepository stores;
  private final StorePartitions partitions;
  private final MasterSecret secret;

  Provisioning(
      DataSource database,
      TenantRepository tenants,
      StoreRepository stores,
      StorePartitions partitions,
      MasterSecret secret) {
    this.database = database;
    this.tenants = tenants;
    this.stores = stores;
    this.partitions = partitions;
    this.secret = secret;
  }

  /// The tenant's schema and login, and the accounts that it admits; an empty list admits all.
  public void makeTenant(TenantId tenant, Set<String> accounts) {
    run(
        connection -> {
          var password = secret.derive("postgres-login", tenant.schema());
          new TenantSchema(tenant).apply(connection, password);
          tenants.save(connection, tenant, accounts);
          for (var statement : StoreDays.view(tenant)) {
            Sql.run(connection, statement);
          }
        });
  }

  /// The store's table, first partitions, and its entry where statements look for names.
  ///
  /// @param rules what is given of them is set, and the rest stays as it is
  public void makeStore(Store store, StoreRules rules) {
    run(
        connection -> {
          tenants.lock(connection, store.tenant());
          stores.save(connection, store);
          stores.saveRules(connection, store, rules);
          for (var statement : EventTable.create(store)) {
            Sql.run(connection, statement);
          }
          var today = partitions.today();
          partitions.make(connection, store, Map.of(today, 0L, today.plusDays(1), 0L));
        });
    partitions.forget(store);
  }

  /// Sets selectors and retention of a store, as a whole.
  public void changeRules(Store store, StoreRules rules) {
    run(connection -> stores.changeRules(connection, store, rules));
  }

  /// Removes a store without events.
  public void dropStore(TenantId tenant, UUID id) {
    run(
        connection -> {
          var store = stores.find(connection, tenant, id);
          if (store.isPresent()) {
            dropStore(connection, store.get());
            partitions.forget(store.get());
          }
        });
  }

  /// Removes a tenant without events: stores, schema and login.
  public void dropTenant(TenantId tenant) {
    run(
        connection -> {
          if (tenants.hasEvents(connection, tenant)) {
            throw new StorageException.NotEmpty();
          }
          tenants.delete(connection, tenant);
          new TenantSchema(tenant).drop(connection);
        });
  }

  private void dropStore(Connection connection, Store store) throws SQLException {
    if (stores.hasEvents(connection, store)) {
      throw new StorageException.NotEmpty();
    }
    Sql.run(connection, EventTable.drop(store));
    stores.delete(connection, store);
  }

  private void run(Sql.Task task) {
    try {
      Sql.runInTransaction(database, task);
    } catch (SQLException failure) {
      throw UNIQUE_VIOLATION.equals(failure.getSQLState())
          ? new StorageException.Conflict()
          : new StorageException.Unavailable(failure);
    }
  }
}
