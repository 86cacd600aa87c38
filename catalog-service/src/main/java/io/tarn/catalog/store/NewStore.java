package io.tarn.catalog.store;

import io.tarn.common.schema.EventCategory;

/// An event data store to be made.
public record NewStore(String name, EventCategory category, StoreRules rules) {}
