package io.tarn.catalog.membership;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "memberships")
class MembershipEntity {
  @Id UUID id;
  @Column String tenantId;
  @Column String issuer;
  @Column String subject;
  @Column @Nullable String name;
  @Column String role;
  @Column @Nullable Instant expiresAt;
  @Column Instant createdAt;

  Member member() {
    return new Member(
        new TenantId(tenantId),
        id,
        issuer,
        subject,
        name,
        Role.of(role).orElseThrow(),
        expiresAt,
        createdAt);
  }
}
