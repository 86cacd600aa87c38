package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.config.QueryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Bounds how many executions run at a time: first those of one tenant, then all of them, so that a
/// tenant's queue does not stand in the way of others. First come, first served.
@ApplicationScoped
class ExecutionSlots {
  private final Semaphore all;
  private final int perTenant;
  private final ConcurrentHashMap<TenantId, Semaphore> tenants = new ConcurrentHashMap<>();

  ExecutionSlots(QueryConfig config) {
    this.all = new Semaphore(config.concurrentExecutions(), true);
    this.perTenant = config.concurrentExecutionsPerTenant();
  }

  /// Waits for a turn, runs the work in it, and gives the place to the next.
  void inTurn(TenantId tenant, Runnable work) throws InterruptedException {
    var own = tenants.computeIfAbsent(tenant, _ -> new Semaphore(perTenant, true));
    own.acquire();
    try {
      all.acquire();
      try {
        work.run();
      } finally {
        all.release();
      }
    } finally {
      own.release();
    }
  }

  /// How many executions wait for one of the places of all, tenants having let them through.
  int waiting() {
    return all.getQueueLength();
  }
}
