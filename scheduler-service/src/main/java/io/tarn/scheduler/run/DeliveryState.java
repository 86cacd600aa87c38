package io.tarn.scheduler.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.schedule.Delivery;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the result of a run has been written to one place.
///
/// @param delivery where it is written to, and in which form
/// @param export the export that writes it; null before there is one
/// @param state `pending`, `succeeded` or `failed`
/// @param problem why it failed, as a problem document
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryState(
    Delivery delivery,
    @Nullable UUID export,
    @Pattern(regexp = "pending|succeeded|failed") String state,
    @Nullable Map<String, Object> problem) {
  public static final String PENDING = "pending";
  public static final String SUCCEEDED = "succeeded";
  public static final String FAILED = "failed";

  static DeliveryState pending(Delivery delivery) {
    return new DeliveryState(delivery, null, PENDING, null);
  }

  static boolean isPending(DeliveryState delivery) {
    return delivery.state.equals(PENDING);
  }

  static boolean hasFailed(DeliveryState delivery) {
    return delivery.state.equals(FAILED);
  }
}
