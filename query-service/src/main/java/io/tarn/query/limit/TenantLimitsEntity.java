package io.tarn.query.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The row of a tenant for which something is set.
@Entity
@Table(name = "tenant_limits")
class TenantLimitsEntity {
  @Id
  @Column(name = "tenant_id")
  String tenantId;

  @Column(name = "concurrent_executions")
  @Nullable Integer concurrentExecutions;

  @Column(name = "queued_executions")
  @Nullable Integer queuedExecutions;

  @Column(name = "run_time_millis")
  @Nullable Long runTimeMillis;

  @Column(name = "result_rows")
  @Nullable Long resultRows;

  @Column(name = "result_bytes")
  @Nullable Long resultBytes;

  @Column(name = "temporary_bytes")
  @Nullable Long temporaryBytes;

  @Column(name = "memory_bytes")
  @Nullable Long memoryBytes;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "changed_by")
  String changedBy;

  void set(OwnLimits limits) {
    concurrentExecutions = limits.concurrentExecutions();
    queuedExecutions = limits.queuedExecutions();
    runTimeMillis = limits.runTime() == null ? null : limits.runTime().toMillis();
    resultRows = limits.resultRows();
    resultBytes = limits.resultBytes();
    temporaryBytes = limits.temporaryBytes();
    memoryBytes = limits.memoryBytes();
  }

  OwnLimits limits() {
    return new OwnLimits(
        concurrentExecutions,
        queuedExecutions,
        runTimeMillis == null ? null : Duration.ofMillis(runTimeMillis),
        resultRows,
        resultBytes,
        temporaryBytes,
        memoryBytes);
  }
}
