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
@Table(name = "invitations")
class InvitationEntity {
  @Id UUID id;
  @Column String tenantId;
  @Column byte[] codeHash;
  @Column String role;
  @Column @Nullable String email;
  @Column Instant expiresAt;
  @Column @Nullable Instant usedAt;
  @Column Instant createdAt;

  Invitation invitation() {
    return new Invitation(
        new TenantId(tenantId),
        id,
        Role.of(role).orElseThrow(),
        email,
        expiresAt,
        usedAt,
        createdAt);
  }
}
