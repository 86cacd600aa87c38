package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.StoreRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An event data store to be made.
///
/// @param name the name of the store
/// @param arn the ARN of the store
/// @param category what kind of events it holds; Management, Data and NetworkActivity mean
///     CloudTrail
/// @param isDefault whether it is the tenant's default store
/// @param selectors advanced event selectors in Lake's form; absent leaves them as they are
/// @param retentionDays days of event time; absent leaves them as they are
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProvisionStoreRequest(
    @NotBlank String name,
    @NotBlank String arn,
    @NotNull @Pattern(regexp = EventCategory.WORDS) String category,
    boolean isDefault,
    @Schema(type = SchemaType.ARRAY, implementation = Object.class) @Nullable JsonNode selectors,
    @Min(1) @Max(36_500) @Nullable Integer retentionDays) {

  Store store(TenantId tenant, UUID id) {
    return new Store(tenant, id, name, arn, EventCategory.of(category), isDefault);
  }

  StoreRules rules(EventCategory of) {
    return new StoreRulesRequest(selectors, retentionDays).rules(of);
  }
}
