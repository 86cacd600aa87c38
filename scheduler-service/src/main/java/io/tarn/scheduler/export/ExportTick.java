package io.tarn.scheduler.export;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.config.ExportConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/// Looks for exports to be gone on with. Which there are stands in the database; it does not matter
/// which process looks, or how often.
@ApplicationScoped
class ExportTick {
  private final ExportLeases leases;
  private final ExportStepper stepper;
  private final Semaphore free;

  ExportTick(ExportLeases leases, ExportStepper stepper, ExportConfig config) {
    this.leases = leases;
    this.stepper = stepper;
    this.free = new Semaphore(config.concurrent());
  }

  @Scheduled(
      every = "{tarn.scheduler.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "exports")
  @RunOnVirtualThread
  void tick() {
    var places = free.drainPermits();
    if (places == 0) {
      return;
    }
    int taken = 0;
    try {
      for (var export : leases.take(places)) {
        Thread.ofVirtual().name("export-" + export.id()).start(() -> step(export));
        taken++;
      }
    } finally {
      free.release(places - taken);
    }
  }

  private void step(Export export) {
    try {
      stepper.step(export);
    } catch (RuntimeException failure) {
      // The lease runs out, and the step is done again.
      Log.errorf(
          failure, "tenant %s: export %s cannot be gone on with", export.tenant(), export.id());
    } finally {
      free.release();
    }
  }
}
