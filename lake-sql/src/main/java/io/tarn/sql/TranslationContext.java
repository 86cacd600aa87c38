package io.tarn.sql;

import io.tarn.sql.parameter.Parameters;
import java.time.Instant;
import java.util.List;

/// What a statement is translated against.
///
/// @param tenantSchema the PostgreSQL schema of the tenant's event tables
/// @param stores all event data stores of the tenant, and of nobody else
/// @param now the moment of submission, which `now()` stands for
/// @param parameters what `{{name}}` stands for
public record TranslationContext(
    String tenantSchema, List<EventDataStore> stores, Instant now, Parameters parameters) {
  public TranslationContext {
    stores = List.copyOf(stores);
  }

  /// For statements without parameters.
  public TranslationContext(String tenantSchema, List<EventDataStore> stores, Instant now) {
    this(tenantSchema, stores, now, Parameters.NONE);
  }
}
