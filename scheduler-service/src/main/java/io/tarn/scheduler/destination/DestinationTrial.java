package io.tarn.scheduler.destination;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tries a destination as a delivery would use it: writes, begins and gives up an upload, removes.
/// Nothing stays behind where it may remove.
@ApplicationScoped
public class DestinationTrial {
  private static final byte[] PROBE =
      "Tarn has tried whether it can deliver here.\n".getBytes(StandardCharsets.UTF_8);

  private final DeliveryTargets targets;
  private final DeliveryPlaces places;

  DestinationTrial(DeliveryTargets targets, DeliveryPlaces places) {
    this.targets = targets;
    this.places = places;
  }

  /// What came of a trial.
  ///
  /// @param missing permissions that the identity lacks, such as `s3:PutObject`
  /// @param fault what else stands against it; null where nothing does
  public record Outcome(List<String> missing, @Nullable String fault) {
    public Outcome {
      missing = List.copyOf(missing);
    }

    public boolean isUsable() {
      return missing.isEmpty() && fault == null;
    }
  }

  /// @param destination null is the tenant's own bucket
  /// @throws DestinationException.NotFound if there is no such destination
  public Outcome run(TenantId tenant, @Nullable UUID destination) {
    try (var target = targets.open(tenant, destination, places.placeOf(tenant))) {
      return run(target);
    } catch (S3Fault.Forbidden forbidden) {
      return new Outcome(List.of(), forbidden.getMessage());
    }
  }

  static Outcome run(DeliveryTarget target) {
    var key = target.prefix() + "tarn-check-" + Ids.uuid();
    var missing = new ArrayList<String>();
    try {
      need(missing, () -> target.put(key, PROBE, "text/plain"));
      if (missing.isEmpty()) {
        need(missing, () -> target.begin(key + "-parts", () -> {}).abort());
      }
      need(missing, () -> target.delete(key));
      return new Outcome(missing, null);
    } catch (S3Fault fault) {
      return new Outcome(missing, fault.getMessage());
    }
  }

  private static void need(List<String> missing, Runnable step) {
    try {
      step.run();
    } catch (S3Fault.Denied denied) {
      missing.add(denied.permission());
    }
  }
}
