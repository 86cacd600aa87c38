package io.tarn.catalog.membership;

import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/// Remembers when somebody's role in a tenant was changed or taken away: tokens from before that
/// moment open nothing there any more.
@ApplicationScoped
class RoleChanges {
  private static final String NOTE =
      """
      insert into role_changes (tenant_id, issuer, subject, changed_at)
      values (?1, ?2, ?3, clock_timestamp())
      on conflict (tenant_id, issuer, subject) do update set changed_at = excluded.changed_at""";

  private final EntityManager entities;

  RoleChanges(EntityManager entities) {
    this.entities = entities;
  }

  /// Within the transaction of the change.
  void note(TenantId tenant, String issuer, String subject) {
    entities
        .createNativeQuery(NOTE)
        .setParameter(1, tenant.value())
        .setParameter(2, issuer)
        .setParameter(3, subject)
        .executeUpdate();
  }
}
