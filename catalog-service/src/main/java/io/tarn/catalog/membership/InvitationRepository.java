package io.tarn.catalog.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<InvitationEntity, UUID> {
  private static final UUID FIRST = new UUID(0, 0);

  Optional<InvitationEntity> find(TenantId tenant, UUID id) {
    return find("tenantId = ?1 and id = ?2", tenant.value(), id).firstResultOptional();
  }

  /// One that can be accepted now by somebody with this address, locked: one look-up for
  /// whatever is wrong with a code.
  Optional<InvitationEntity> findAcceptable(byte[] codeHash, @Nullable String email, Instant now) {
    return find(
            "codeHash = ?1 and usedAt is null and expiresAt > ?2"
                + " and (email is null or lower(email) = lower(?3))",
            codeHash,
            now,
            email == null ? "" : email)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /// In the order of their making, beginning after one.
  List<InvitationEntity> list(TenantId tenant, @Nullable UUID after, int limit) {
    return find(
            "tenantId = ?1 and id > ?2",
            Sort.by("id"),
            tenant.value(),
            after == null ? FIRST : after)
        .page(Page.ofSize(limit))
        .list();
  }
}
