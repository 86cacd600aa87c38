package io.tarn.query.execution;

import io.tarn.sql.EventDataStore;
import java.util.UUID;

/// An event data store that a statement names.
///
/// @param id the id of the store
/// @param name its name when the statement was submitted; empty for executions of old releases
public record StatedStore(UUID id, String name) {
  static StatedStore of(EventDataStore store) {
    return new StatedStore(store.id(), store.name());
  }
}
