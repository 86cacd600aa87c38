package io.tarn.catalog.store;

import org.jspecify.annotations.Nullable;

/// Which store is a tenant's default.
///
/// @param before which one was it; null where it was this one already, or none
record DefaultChange(EventDataStore now, @Nullable EventDataStore before) {}
