package io.tarn.catalog.grant;

import io.tarn.catalog.membership.PlatformAdmins;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Grant;
import io.tarn.service.gate.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
         as changed_at,
        array (select tenant_id from operator_assignments o
         where o.issuer = p.issuer and o.subject = p.subject
           and (o.expires_at is null or o.expires_at > now())
         order by o.tenant_id limit %d) as assigned_to
      from (values (?, ?)) as p (issuer, subject), tenants t
      where (t.tenant_id = ? or t.slug = ?)
        and t.status in ('active', 'suspended', 'closing')
      order by t.tenant_id = ? desc limit 1"""
          .formatted(Grant.MOST_ASSIGNED);

  private static final String IS_OPERATOR =
      """
      select exists (select from operator_assignments
        where issuer = ? and subject = ? and (expires_at is null or expires_at > now()))""";

  private final DataSource database;
  private final PlatformAdmins admins;

  /// @param role null: none, or none any more
  /// @param assignedTo what the person is assigned to as an operator; [Grant#MOST_ASSIGNED] at most
  record Access(
      TenantId tenant,
      String slug,
      String name,
      boolean isActive,
      @Nullable Role role,
      @Nullable Instant changedAt,
      Set<TenantId> assignedTo) {
    Access {
      assignedTo = Set.copyOf(assignedTo);
    }
  }

  AccessLookup(DataSource database, PlatformAdmins admins) {
    this.database = database;
    this.admins = admins;
  }

  boolean isPlatformAdmin(Actor actor) {
    return admins.contains(actor.issuer(), actor.subject());
  }

  /// Whether somebody is an operator in any tenant now.
  boolean isOperator(Actor actor) {
    try (var connection = database.getConnection();
        var lookUp = connection.prepareStatement(IS_OPERATOR)) {
      lookUp.setString(1, actor.issuer());
      lookUp.setString(2, actor.subject());
      try (var found = lookUp.executeQuery()) {
        found.next();
        return found.getBoolean(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("assignments cannot be read", failure);
    }
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
        changedAt == null ? null : changedAt.toInstant(),
        assignedTo(found));
  }

  private static Set<TenantId> assignedTo(ResultSet found) throws SQLException {
    var tenants = (String[]) found.getArray("assigned_to").getArray();
    return Arrays.stream(tenants).map(TenantId::new).collect(Collectors.toUnmodifiableSet());
  }

  /// What a platform-admin is to the platform comes first: no row of a tenant gives them events,
  /// or takes the tenant out of their hands.
  private @Nullable Role roleOf(ResultSet found, Actor actor) throws SQLException {
    if (isPlatformAdmin(actor)) {
      return Role.PLATFORM_ADMIN;
    }
    var role = found.getString("role");
    if (role != null) {
      return Role.of(role).orElseThrow();
    }
    return found.getBoolean("is_operator") ? Role.OPERATOR : null;
  }
}
