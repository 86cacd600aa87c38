package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tarn.catalog.store.EventDataStore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An event data store as the API shows it.
///
/// @param selectors advanced event selectors in Lake's form; null takes everything
/// @param retentionDays null keeps events without end
public record StoreResponse(
    UUID id,
    String name,
    String arn,
    String category,
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
