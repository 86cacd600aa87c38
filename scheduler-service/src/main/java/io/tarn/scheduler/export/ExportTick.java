package io.tarn.scheduler.export;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.config.ExportConfig;
import io.tarn.scheduler.data.LeasedWork;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks for exports to be gone on with.
@ApplicationScoped
class ExportTick {
  private final LeasedWork<Export> exports;

  ExportTick(ExportLeases leases, ExportStepper stepper, ExportConfig config) {
    exports =
        new LeasedWork<>(
            config.concurrent(),
            leases::take,
            stepper::step,
            export -> "export %s of tenant %s".formatted(export.id(), export.tenant()));
  }

  @Scheduled(
      every = "{tarn.scheduler.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "exports")
  @RunOnVirtualThread
  void tick() {
    exports.takeOn();
  }
}
