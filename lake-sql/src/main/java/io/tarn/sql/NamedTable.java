package io.tarn.sql;

import io.tarn.common.schema.EventSchema;

/// What a statement of a tenant can read from.
public sealed interface NamedTable permits EventDataStore, SystemTable {
  String name();

  EventSchema schema();
}
