package io.tarn.catalog.tenant;

import io.tarn.common.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "tenants")
class TenantEntity {
  @Id String tenantId;
  @Column String slug;
  @Column String name;
  @Column String homeAccount;

  @Column(columnDefinition = "text[]")
  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> accounts;

  @Column String status;
  @Column Instant createdAt;

  Tenant tenant() {
    return new Tenant(
        new TenantId(tenantId),
        slug,
        name,
        homeAccount,
        accounts,
        TenantStatus.of(status),
        createdAt);
  }
}
