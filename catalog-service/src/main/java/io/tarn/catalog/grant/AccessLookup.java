package io.tarn.catalog.grant;

import io.tarn.catalog.config.CatalogConfig;
import io.tarn.common.gate.Actor;
import io.tarn.common.gate.Role;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What somebody may in a tenant: one look-up, the same for a tenant that is unknown and for one
/// that is somebody else's.
@ApplicationScoped
class AccessLookup {
  private static final String LOOK_UP =
      """
      select t.tenant_id, t.slug, t.name, t.status,
        (select role from memberships m
         where m.tenant_id = t.tenant_id and m.issuer = p.issuer and m.subject = p.subject
           and (m.expires_at is null or m.expires_at > now())) as role,
        exists (select from operator_assignments o
         where o.tenant_id = t.tenant_id and o.issuer = p.issuer and o.subject = p.subject
           and (o.expires_at is null or o.expires_at > now())) as is_operator,
        (select changed_at from role_changes c
         where c.tenant_id = t.tenant_id and c.issuer = p.issuer and c.subject = p.subject)
         as changed_at
      from (values (?, ?)) as p (issuer, subject), tenants t
      where (t.tenant_id = ? or t.slug = ?)
        and t.status in ('active', 'suspended', 'closing')
      order by t.tenant_id = ? desc limit 1""";

  private final DataSource database;
  private final @Nullable String platformAdmin;

  /// @param role null: none, or none any more
  record Access(
      TenantId tenant,
      String slug,
      String name,
      boolean isActive,
      @Nullable Role role,
      @Nullable Instant changedAt) {}

  AccessLookup(DataSource database, CatalogConfig config) {
    this.database = database;
    this.platformAdmin = config.bootstrapAdmin().orElse(null);
  }

  boolean isPlatformAdmin(Actor actor) {
    return (actor.issuer() + "|" + actor.subject()).equals(platformAdmin);
  }

  Optional<Access> find(String tenant, Actor actor) {
    try (var connection = database.getConnection();
        var lookUp = connection.prepareStatement(LOOK_UP)) {
      lookUp.setString(1, actor.issuer());
      lookUp.setString(2, actor.subject());
      lookUp.setString(3, tenant);
      lookUp.setString(4, tenant);
      lookUp.setString(5, tenant);
      try (var found = lookUp.executeQuery()) {
        return found.next() ? Optional.of(accessOf(found, actor)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("roles cannot be read", failure);
    }
  }

  private Access accessOf(ResultSet found, Actor actor) throws SQLException {
    var changedAt = found.getObject("changed_at", OffsetDateTime.class);
    return new Access(
        new TenantId(found.getString("tenant_id")),
        found.getString("slug"),
        found.getString("name"),
        "active".equals(found.getString("status")),
        roleOf(found, actor),
        changedAt == null ? null : changedAt.toInstant());
  }

  /// A person's own role in the tenant comes before what they are to the platform.
  private @Nullable Role roleOf(ResultSet found, Actor actor) throws SQLException {
    var role = found.getString("role");
    if (role != null) {
      return Role.of(role).orElseThrow();
    }
    if (found.getBoolean("is_operator")) {
      return Role.OPERATOR;
    }
    return isPlatformAdmin(actor) ? Role.PLATFORM_ADMIN : null;
  }
}
