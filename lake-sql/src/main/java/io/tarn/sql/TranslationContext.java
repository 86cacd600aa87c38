package io.tarn.sql;

import java.time.Instant;
import java.util.List;

/// What a statement is translated against.
///
/// @param tenantSchema the PostgreSQL schema of the tenant's event tables
/// @param stores all event data stores of the tenant, and of nobody else
/// @param now the moment of submission, which `now()` stands for
public record TranslationContext(String tenantSchema, List<EventDataStore> stores, Instant now) {
  public TranslationContext {
    stores = List.copyOf(stores);
  }
}
