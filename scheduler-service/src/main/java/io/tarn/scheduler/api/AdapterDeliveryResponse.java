package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.approval.adapter.AdapterDelivery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a delivery to an adapter.
///
/// @param id the id of the delivery
/// @param outcome accepted, ignored (signed, and tells nothing of approvals) or rejected
/// @param reason why it was ignored or rejected
/// @param system the system of the approval that it told
/// @param approval the name of the approval there
/// @param version the version that it told
/// @param receivedAt when it came
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdapterDeliveryResponse(
    UUID id,
    AdapterDelivery.Outcome outcome,
    @Nullable String reason,
    @Nullable String system,
    @Nullable String approval,
    @Nullable Long version,
    Instant receivedAt) {
  static AdapterDeliveryResponse of(AdapterDelivery delivery) {
    return new AdapterDeliveryResponse(
        delivery.id(),
        delivery.outcome(),
        delivery.reason(),
        delivery.system(),
        delivery.approval(),
        delivery.version(),
        delivery.receivedAt());
  }
}
