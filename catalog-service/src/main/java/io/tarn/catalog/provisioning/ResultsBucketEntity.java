package io.tarn.catalog.provisioning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "results_buckets")
class ResultsBucketEntity {
  @Id String tenantId;
  @Column String bucket;
  @Column String prefix;
  @Column String accessKeyId;

  // Sealed; null where the secret is derived from the master secret.
  @Column byte @Nullable [] secretAccessKey;
}
