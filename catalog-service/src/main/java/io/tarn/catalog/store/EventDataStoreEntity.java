package io.tarn.catalog.store;

import io.tarn.common.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "event_data_stores")
class EventDataStoreEntity {
  static final String PROVISIONING = "provisioning";
  static final String ACTIVE = "active";

  @Id UUID id;
  @Column String tenantId;
  @Column String name;
  @Column String arn;
  @Column String category;
  @Column boolean isDefault;

  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "?::jsonb")
  @Nullable String selectors;

  @Column @Nullable Integer retentionDays;
  @Column String status;
  @Column Instant createdAt;

  StoreRules rules() {
    return new StoreRules(selectors, retentionDays);
  }

  void rules(StoreRules rules) {
    selectors = rules.selectors();
    retentionDays = rules.retentionDays();
  }

  EventDataStore store() {
    return new EventDataStore(
        new TenantId(tenantId), id, name, arn, category, isDefault, rules(), createdAt);
  }
}
