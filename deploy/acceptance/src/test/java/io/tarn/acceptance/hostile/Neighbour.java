package io.tarn.acceptance.hostile;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Statements;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Another tenant, which runs a statement each second until closed.
final class Neighbour {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();

  private Neighbour() {}

  static Neighbour of(Caller caller, String tenant) {
    var neighbour = new Neighbour();
    var _ =
        neighbour.clock.scheduleWithFixedDelay(
            () -> neighbour.ask(caller, tenant), 0, 1, TimeUnit.SECONDS);
    return neighbour;
  }

  int answered() {
    return answered.get();
  }

  /// Stops; returns the failures until then.
  List<String> close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
        failures.add("the last statement was not answered within a minute");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(failures);
  }

  private void ask(Caller caller, String tenant) {
    try {
      var count = Statements.single(caller, tenant, "SELECT count(*) FROM $EDS_ID");
      if (Long.parseLong(count) > 0) {
        answered.incrementAndGet();
      } else {
        failures.add("counted " + count);
      }
    } catch (RuntimeException | AssertionError failure) {
      failures.add(failure.toString());
    }
  }
}
