package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tarn.catalog.store.EventDataStore;
import io.tarn.common.schema.EventCategory;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An event data store as the API shows it.
///
/// @param id the id of the store, which statements name
/// @param name its name
/// @param arn its ARN
/// @param category what kind of events it holds; CloudTrail holds management, data and network
///     activity events
/// @param isDefault whether events and statements that name no store mean this one
/// @param selectors advanced event selectors in Lake's form; null takes everything
/// @param retentionDays days of event time; null is without end
/// @param createdAt when it was made
public record StoreResponse(
    UUID id,
    String name,
    String arn,
    @Schema(implementation = EventCategory.class) String category,
    boolean isDefault,
    @JsonRawValue @Schema(type = SchemaType.ARRAY, implementation = Object.class)
        @Nullable String selectors,
    @Nullable Integer retentionDays,
    Instant createdAt) {

  static StoreResponse of(EventDataStore store) {
    return new StoreResponse(
        store.id(),
        store.name(),
        store.arn(),
        store.category(),
        store.isDefault(),
        store.rules().selectors(),
        store.rules().retentionDays(),
        store.createdAt());
  }
}
