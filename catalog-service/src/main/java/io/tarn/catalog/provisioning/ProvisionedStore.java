package io.tarn.catalog.provisioning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.tarn.catalog.store.EventDataStore;
import org.jspecify.annotations.Nullable;

/// A store as ingest-service is told of it; rules that are absent stay what they are there.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProvisionedStore(
    String name,
    String arn,
    String category,
    boolean isDefault,
    @JsonRawValue @Nullable String selectors,
    @Nullable Integer retentionDays) {

  static ProvisionedStore of(EventDataStore store) {
    return new ProvisionedStore(
        store.name(),
        store.arn(),
        store.category(),
        store.isDefault(),
        store.rules().selectors(),
        store.rules().retentionDays());
  }

  static ProvisionedStore withoutRules(EventDataStore store) {
    return new ProvisionedStore(
        store.name(), store.arn(), store.category(), store.isDefault(), null, null);
  }

  /// The rules alone; null is no rule.
  record Rules(@JsonRawValue @Nullable String selectors, @Nullable Integer retentionDays) {}

  /// Selectors that are to be checked.
  record Selectors(String category, @JsonRawValue String selectors) {}
}
