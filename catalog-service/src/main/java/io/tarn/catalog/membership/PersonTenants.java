package io.tarn.catalog.membership;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// The tenants in which somebody has a role.
@ApplicationScoped
public class PersonTenants {
  private static final String LIST =
      """
      select t.tenant_id, t.slug, t.name, r.role
      from (
        select distinct on (tenant_id) tenant_id, role from (
          select tenant_id, role, 1 as rank from memberships
          where issuer = ? and subject = ? and (expires_at is null or expires_at > now())
          union all
          select tenant_id, 'operator', 2 from operator_assignments
          where issuer = ? and subject = ? and (expires_at is null or expires_at > now())
        ) as roles order by tenant_id, rank
      ) as r join tenants t using (tenant_id)
      where t.status in ('active', 'suspended', 'closing')
      order by t.slug""";

  private final DataSource database;

  /// A tenant and the person's role in it.
  public record PersonTenant(TenantId id, String slug, String name, String role) {}

  PersonTenants(DataSource database) {
    this.database = database;
  }

  /// All of them, by slug.
  public List<PersonTenant> of(Actor person) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(LIST)) {
      statement.setString(1, person.issuer());
      statement.setString(2, person.subject());
      statement.setString(3, person.issuer());
      statement.setString(4, person.subject());
      try (var found = statement.executeQuery()) {
        var tenants = new ArrayList<PersonTenant>();
        while (found.next()) {
          tenants.add(
              new PersonTenant(
                  new TenantId(found.getString("tenant_id")),
                  found.getString("slug"),
                  found.getString("name"),
                  found.getString("role")));
        }
        return List.copyOf(tenants);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("roles cannot be read", failure);
    }
  }
}
