package io.tarn.catalog.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Assignments lie across tenants: only the platform's own people read them here.
@ApplicationScoped
class OperatorAssignmentRepository
    implements PanacheRepositoryBase<OperatorAssignmentEntity, UUID> {
  private static final UUID FIRST = new UUID(0, 0);

  boolean exists(TenantId tenant, String issuer, String subject) {
    return count("tenantId = ?1 and issuer = ?2 and subject = ?3", tenant.value(), issuer, subject)
        > 0;
  }

  /// Whether the assignment is there and has not ended; `tenant` may be no id at all.
  boolean isLive(String tenant, Actor actor, Instant now) {
    return count(
            "tenantId = ?1 and issuer = ?2 and subject = ?3"
                + " and (expiresAt is null or expiresAt > ?4)",
            tenant,
            actor.issuer(),
            actor.subject(),
            now)
        > 0;
  }

  List<OperatorAssignmentEntity> list(@Nullable UUID after, int limit) {
    return find("id > ?1", Sort.by("id"), after == null ? FIRST : after)
        .page(Page.ofSize(limit))
        .list();
  }
}
