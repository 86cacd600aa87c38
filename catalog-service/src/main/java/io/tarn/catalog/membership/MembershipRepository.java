package io.tarn.catalog.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
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

  boolean isThere(TenantId tenant, String issuer, String subject) {
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
}
