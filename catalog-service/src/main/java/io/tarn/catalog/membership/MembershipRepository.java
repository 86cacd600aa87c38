package io.tarn.catalog.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MembershipRepository implements PanacheRepositoryBase<MembershipEntity, UUID> {
  private static final UUID FIRST = new UUID(0, 0);

  Optional<MembershipEntity> find(TenantId tenant, UUID id) {
    return find("tenantId = ?1 and id = ?2", tenant.value(), id).firstResultOptional();
  }

  boolean exists(TenantId tenant, String issuer, String subject) {
    return count("tenantId = ?1 and issuer = ?2 and subject = ?3", tenant.value(), issuer, subject)
        > 0;
  }

  /// In the order of their making, beginning after one.
  List<MembershipEntity> list(TenantId tenant, @Nullable UUID after, int limit) {
    return find(
            "tenantId = ?1 and id > ?2",
            Sort.by("id"),
            tenant.value(),
            after == null ? FIRST : after)
        .page(Page.ofSize(limit))
        .list();
  }

  /// Holds back other changes of the tenant's members and operators until the transaction ends.
  void oneAtATime(TenantId tenant) {
    getEntityManager()
        .createNativeQuery("select 1 from tenants where tenant_id = ?1 for no key update")
        .setParameter(1, tenant.value())
        .getResultList();
  }

  /// Other tenant-admins without an end; with `until` also those whose end comes after it.
  long otherAdmins(TenantId tenant, UUID id, @Nullable Instant until) {
    var others = "tenantId = ?1 and id <> ?2 and role = ?3 and (expiresAt is null";
    var admin = Role.TENANT_ADMIN.wireName();
    return until == null
        ? count(others + ")", tenant.value(), id, admin)
        : count(others + " or expiresAt > ?4)", tenant.value(), id, admin, until);
  }
}
