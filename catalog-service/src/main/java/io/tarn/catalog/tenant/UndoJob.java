package io.tarn.catalog.tenant;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/// Finishes the removal of tenants that were half made while another part was away.
@ApplicationScoped
class UndoJob {
  private final TenantService tenants;

  UndoJob(TenantService tenants) {
    this.tenants = tenants;
  }

  @Scheduled(
      every = "60s",
      delayed = "30s",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "undo-half-made-tenants")
  void undo() {
    tenants.undoUnfinished();
  }
}
