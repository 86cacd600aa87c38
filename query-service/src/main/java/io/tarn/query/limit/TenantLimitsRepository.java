package io.tarn.query.limit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/// What is set for tenants; few have a row.
@ApplicationScoped
class TenantLimitsRepository implements PanacheRepositoryBase<TenantLimitsEntity, String> {
  Optional<TenantLimitsEntity> find(TenantId tenant) {
    return find("tenantId = ?1", tenant.value()).firstResultOptional();
  }

  /// The row of a tenant, locked until the transaction ends; made where there is none, also where
  /// several set limits at once.
  TenantLimitsEntity lock(TenantId tenant, Instant now, String by) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into tenant_limits (tenant_id, changed_at, changed_by) values (?1, ?2, ?3)
            on conflict do nothing""")
        .setParameter(1, tenant.value())
        .setParameter(2, now)
        .setParameter(3, by)
        .executeUpdate();
    return findById(tenant.value(), LockModeType.PESSIMISTIC_WRITE);
  }
}
