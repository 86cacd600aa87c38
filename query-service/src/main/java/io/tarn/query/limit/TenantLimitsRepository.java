package io.tarn.query.limit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// What is set for tenants; few have a row.
@ApplicationScoped
class TenantLimitsRepository implements PanacheRepositoryBase<TenantLimitsEntity, String> {
  Optional<TenantLimitsEntity> find(TenantId tenant) {
    return find("tenantId = ?1", tenant.value()).firstResultOptional();
  }
}
