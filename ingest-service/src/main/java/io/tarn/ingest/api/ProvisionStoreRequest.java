package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tarn.common.problem.ProblemException;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Store;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;

/// An event data store to be made.
///
/// @param category `CloudTrail` (or `Management`, `Data`, `NetworkActivity`), `Insight`,
///     `ConfigurationItem`, `Evidence`, `ActivityAuditLog`
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProvisionStoreRequest(
    @NotBlank String name, @NotBlank String arn, @NotBlank String category, boolean isDefault) {

  Store store(TenantId tenant, UUID id) {
    return new Store(tenant, id, name, arn, categoryOf(category), isDefault);
  }

  private static EventCategory categoryOf(String text) {
    try {
      return EventCategory.of(text);
    } catch (IllegalArgumentException _) {
      throw ProblemException.invalid("category", "is unknown");
    }
  }
}
