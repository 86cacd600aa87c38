package io.tarn.ingest.storage;

import org.jspecify.annotations.Nullable;

/// What a store takes in and keeps, as it was provisioned.
///
/// @param selectors advanced event selectors as JSON; null takes all events
/// @param retentionDays days of event time; null keeps events without end
public record StoreRules(@Nullable String selectors, @Nullable Integer retentionDays) {
  /// Takes everything and keeps it without end.
  public static final StoreRules NONE = new StoreRules(null, null);
}
