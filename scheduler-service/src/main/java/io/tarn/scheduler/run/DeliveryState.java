package io.tarn.scheduler.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.schedule.Delivery;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the result of a run has been written to one place.
///
/// @param export the export that writes it; null before there is one
/// @param state `pending`, `succeeded` or `failed`
/// @param problem why it failed, as a problem document
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryState(
    Delivery delivery, @Nullable UUID export, String state, @Nullable Map<String, Object> problem) {
  public static final String PENDING = "pending";
  public static final String SUCCEEDED = "succeeded";
  public static final String FAILED = "failed";

  static DeliveryState pending(Delivery delivery) {
    return new DeliveryState(delivery, null, PENDING, null);
  }

  boolean isPending() {
    return state.equals(PENDING);
  }

  boolean hasFailed() {
    return state.equals(FAILED);
  }
}
