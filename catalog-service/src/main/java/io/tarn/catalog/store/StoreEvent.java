package io.tarn.catalog.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A store as `tarn.event-data-stores.v1` tells it; the latest record of a key is its state.
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoreEvent(
    String id,
    String tenant,
    String name,
    String arn,
    String category,
    boolean isDefault,
    @JsonRawValue @Nullable String selectors,
    @Nullable Integer retentionDays,
    Instant createdAt) {

  static StoreEvent of(EventDataStore store) {
    return new StoreEvent(
        store.id().toString(),
        store.tenant().value(),
        store.name(),
        store.arn(),
        store.category(),
        store.isDefault(),
        store.rules().selectors(),
        store.rules().retentionDays(),
        store.createdAt());
  }
}
