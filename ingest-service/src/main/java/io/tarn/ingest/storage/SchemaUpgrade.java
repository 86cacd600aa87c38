package io.tarn.ingest.storage;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.EventTableDdl;
import io.tarn.common.schema.StoredColumn;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Gives tables of an older schema version the columns and indexes that have been added since: at
/// start, and where a statement held a table then, before the store's next event. One store a
/// transaction; repeatable.
@ApplicationScoped
public class SchemaUpgrade {
  private final DataSource database;
  private final StoreRepository stores;

  SchemaUpgrade(DataSource database, StoreRepository stores) {
    this.database = database;
    this.stores = stores;
  }

  void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
      throws SQLException {
    var old =
        Sql.inTransaction(
            database, connection -> stores.olderThan(connection, EventTable.SCHEMA_VERSION));
    for (var store : old) {
      try {
        upgrade(store);
      } catch (SQLException failure) {
        Log.warnf(
            "store %s of tenant %s gets its new columns with its next event (%s)",
            store.id(), store.tenant(), failure.getSQLState());
      }
    }
  }

  /// Sees to it that the store's table has all columns of this release.
  public void ensure(Store store) throws SQLException {
    boolean isOld =
        Sql.inTransaction(
            database,
            connection -> stores.isOlderThan(connection, store, EventTable.SCHEMA_VERSION));
    if (isOld) {
      upgrade(store);
    }
  }

  private void upgrade(Store store) throws SQLException {
    Sql.runInTransaction(database, connection -> upgrade(connection, store));
    Log.infof("store %s of tenant %s has the newest schema version", store.id(), store.tenant());
  }

  private void upgrade(Connection connection, Store store) throws SQLException {
    Sql.run(connection, "set local lock_timeout = '5s'");
    stores.lock(connection, store);
    for (var column : EventSchema.of(store.category()).stored().columns()) {
      Sql.run(connection, addition(store, column));
    }
    for (var statement : EventTable.create(store)) {
      Sql.run(connection, statement);
    }
    stores.setSchemaVersion(connection, store, EventTable.SCHEMA_VERSION);
  }

  private static String addition(Store store, StoredColumn column) {
    return "alter table %s add column if not exists %s"
        .formatted(store.table(), EventTableDdl.definition(column));
  }
}
