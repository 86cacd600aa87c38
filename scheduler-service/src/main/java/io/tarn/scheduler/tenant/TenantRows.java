package io.tarn.scheduler.tenant;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tenants in this service's own table.
@ApplicationScoped
class TenantRows implements KnownTenants {
  private static final String ACTIVE = "active";
  private static final String COLUMNS =
      "select tenant_id, slug, name, home_account, accounts, status from tenants ";
  private static final String KEEP =
      """
      insert into tenants (tenant_id, slug, name, home_account, accounts, status)
      values (?, ?, ?, ?, ?, ?)
      on conflict (tenant_id) do update set slug = excluded.slug, name = excluded.name,
        home_account = excluded.home_account, accounts = excluded.accounts,
        status = excluded.status""";

  @Override
  public Optional<KnownTenant> find(Connection connection, TenantId id) throws SQLException {
    try (var query = connection.prepareStatement(COLUMNS + "where tenant_id = ?")) {
      Values.bind(query, id.value());
      try (var rows = query.executeQuery()) {
        return rows.next() ? Optional.of(tenantOf(rows)) : Optional.empty();
      }
    }
  }

  @Override
  public List<KnownTenant> active(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement(COLUMNS + "where status = ? order by tenant_id")) {
      Values.bind(query, ACTIVE);
      try (var rows = query.executeQuery()) {
        var found = new ArrayList<KnownTenant>();
        while (rows.next()) {
          found.add(tenantOf(rows));
        }
        return found;
      }
    }
  }

  void keep(Connection connection, TenantRecord told) throws SQLException {
    var accounts = connection.createArrayOf("text", told.accounts().toArray());
    try (var insert = connection.prepareStatement(KEEP)) {
      Values.bind(
          insert, told.id(), told.slug(), told.name(), told.homeAccount(), accounts, told.status());
      insert.executeUpdate();
    }
  }

  void drop(Connection connection, String id) throws SQLException {
    try (var delete = connection.prepareStatement("delete from tenants where tenant_id = ?")) {
      Values.bind(delete, id);
      delete.executeUpdate();
    }
  }

  private static KnownTenant tenantOf(ResultSet row) throws SQLException {
    return new KnownTenant(
        new TenantId(row.getString("tenant_id")),
        row.getString("slug"),
        row.getString("name"),
        row.getString("home_account"),
        Set.of((String[]) row.getArray("accounts").getArray()),
        row.getString("status").equals(ACTIVE));
  }
}
