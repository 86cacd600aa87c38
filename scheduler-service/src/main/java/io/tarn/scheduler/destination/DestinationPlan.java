package io.tarn.scheduler.destination;

import io.tarn.scheduler.destination.Destination.Place;
import org.jspecify.annotations.Nullable;

/// A destination as it is to be.
///
/// @param accessKeyId null with a role
/// @param secretAccessKey null with a role, and where the one that is kept is to stay
/// @param roleArn null with an access key
public record DestinationPlan(
    String name,
    Place place,
    @Nullable String accessKeyId,
    @Nullable String secretAccessKey,
    @Nullable String roleArn) {
  @Override
  public String toString() {
    return "DestinationPlan[" + name + "]";
  }
}
