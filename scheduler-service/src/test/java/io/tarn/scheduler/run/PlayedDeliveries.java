package io.tarn.scheduler.run;

import io.tarn.scheduler.run.RunFault.Passing;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Deliveries that are the same for the same run and place, and else have good and bad days.
final class PlayedDeliveries implements Deliveries {
  private final Map<String, UUID> begun = new HashMap<>();
  private final Random random;
  private final Crashes crashes;

  PlayedDeliveries(Random random, Crashes crashes) {
    this.random = random;
    this.crashes = crashes;
  }

  /// The deliveries by `<run>-<index>`.
  Map<String, UUID> begun() {
    return Map.copyOf(begun);
  }

  @Override
  public DeliveryState goOn(Run run, int index) {
    crashes.maybe();
    if (random.nextDouble() < 0.05) {
      throw new Passing(Map.of("type", "/problems/unavailable", "title", "Unavailable"));
    }
    var id = begun.computeIfAbsent(run.id() + "-" + index, _ -> UUID.randomUUID());
    var isThere = random.nextDouble() < 0.7;
    var state = isThere ? DeliveryState.SUCCEEDED : DeliveryState.PENDING;
    crashes.maybe();
    return new DeliveryState(run.deliveries().get(index).delivery(), id, state, null);
  }

  /// Only of a run that an outage has held up for longer than it may take.
  @Override
  public void cancel(Run run) {
    crashes.maybe();
  }
}
