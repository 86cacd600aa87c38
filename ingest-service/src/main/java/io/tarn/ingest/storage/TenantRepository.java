package io.tarn.ingest.storage;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// The rows of tenants.
@ApplicationScoped
class TenantRepository {

  void save(Connection connection, TenantId tenant, Set<String> accounts) throws SQLException {
    var list = connection.createArrayOf("text", accounts.toArray());
    Sql.execute(
        connection,
        """
        insert into ingest.tenants (tenant_id, accounts) values (?, ?)
        on conflict (tenant_id) do update set accounts = excluded.accounts\
        """,
        tenant.value(),
        list);
  }

  /// Locks the tenant's row, so that its stores are changed by one at a time.
  void lock(Connection connection, TenantId tenant) throws SQLException {
    var found =
        Sql.query(
            connection,
            "select 1 from ingest.tenants where tenant_id = ? for no key update",
            row -> row.getInt(1),
            tenant.value());
    if (found.isEmpty()) {
      throw new StorageException.UnknownTenant();
    }
  }

  /// The admitted accounts; no element where there is no such tenant.
  List<Set<String>> accounts(Connection connection, TenantId tenant) throws SQLException {
    return Sql.query(
        connection,
        "select accounts from ingest.tenants where tenant_id = ?",
        row -> texts(row.getArray(1)),
        tenant.value());
  }

  /// Whether any event was ever written.
  boolean hasEvents(Connection connection, TenantId tenant) throws SQLException {
    return !Sql.query(
            connection,
            "select 1 from ingest.store_counters where tenant_id = ? and received > 0 limit 1",
            row -> row.getInt(1),
            tenant.value())
        .isEmpty();
  }

  void delete(Connection connection, TenantId tenant) throws SQLException {
    Sql.execute(
        connection, "delete from ingest.event_data_stores where tenant_id = ?", tenant.value());
    Sql.execute(connection, "delete from ingest.tenants where tenant_id = ?", tenant.value());
  }

  private static Set<String> texts(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }
}
