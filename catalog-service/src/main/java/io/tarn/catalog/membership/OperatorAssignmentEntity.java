package io.tarn.catalog.membership;

import io.tarn.common.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "operator_assignments")
class OperatorAssignmentEntity {
  @Id UUID id;
  @Column String tenantId;
  @Column String issuer;
  @Column String subject;
  @Column @Nullable Instant expiresAt;
  @Column Instant createdAt;

  OperatorAssignment assignment() {
    return new OperatorAssignment(
        id, new TenantId(tenantId), issuer, subject, expiresAt, createdAt);
  }
}
