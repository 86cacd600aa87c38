package io.tarn.scheduler.export;

import io.tarn.scheduler.export.ExportRequest.OfRun;
import io.tarn.scheduler.export.format.ExportFormat;
import io.tarn.scheduler.run.Deliveries;
import io.tarn.scheduler.run.DeliveryState;
import io.tarn.scheduler.run.Run;
import jakarta.enterprise.context.ApplicationScoped;

/// Writes the results of runs by exports, which go on by themselves.
@ApplicationScoped
class RunDeliveries implements Deliveries {
  private final Exports exports;

  RunDeliveries(Exports exports) {
    this.exports = exports;
  }

  @Override
  public DeliveryState goOn(Run run, int index) {
    var delivery = run.deliveries().get(index).delivery();
    var request =
        new ExportRequest(
            run.executionId(),
            null,
            ExportFormat.of(delivery.format()).orElseThrow(),
            delivery.destination(),
            new OfRun(run.id(), run.schedule()));
    var export = exports.deliver(run.tenant(), run.owner(), run.id() + "-" + index, request);
    return new DeliveryState(
        delivery,
        export.id(),
        switch (export.state()) {
          case QUEUED, RUNNING, DELIVERING -> DeliveryState.PENDING;
          case SUCCEEDED -> DeliveryState.SUCCEEDED;
          case FAILED, CANCELLED -> DeliveryState.FAILED;
        },
        export.outcome().problem());
  }

  @Override
  public void cancel(Run run) {
    for (var state : run.deliveries()) {
      if (state.export() != null) {
        exports.cancel(run.tenant(), state.export());
      }
    }
  }
}
