package io.tarn.ingest.storage;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// The rows of tenants.
@ApplicationScoped
class TenantRepository {

  void save(Connection connection, TenantId tenant, Set<String> accounts) throws SQLException {
    var list = connection.createArrayOf("text", accounts.toArray());
    Sql.of(
            """
            insert into ingest.tenants (tenant_id, accounts) values (?, ?)
            on conflict (tenant_id) do update set accounts = excluded.accounts""")
        .with(tenant, list)
        .execute(connection);
  }

  /// Locks the tenant's row, so that its stores are changed by one at a time.
  void lock(Connection connection, TenantId tenant) throws SQLException {
    boolean isFound =
        Sql.of("select 1 from ingest.tenants where tenant_id = ? for no key update")
            .with(tenant)
            .hasRows(connection);
    if (!isFound) {
      throw new StorageException.UnknownTenant();
    }
  }

  /// Whether any event was ever written.
  boolean hasEvents(Connection connection, TenantId tenant) throws SQLException {
    return Sql.of(
            "select 1 from ingest.store_counters where tenant_id = ? and received > 0 limit 1")
        .with(tenant)
        .hasRows(connection);
  }

  void delete(Connection connection, TenantId tenant) throws SQLException {
    Sql.of("delete from ingest.event_data_stores where tenant_id = ?")
        .with(tenant)
        .execute(connection);
    Sql.of("delete from ingest.dry_run_events where tenant_id = ?")
        .with(tenant)
        .execute(connection);
    Sql.of("delete from ingest.tenants where tenant_id = ?").with(tenant).execute(connection);
  }
}
