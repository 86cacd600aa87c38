package io.tarn.ingest.system;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.SystemChanges;
import io.tarn.common.schema.SystemRuns;
import io.tarn.common.schema.SystemUsage;

/// The system tables.
enum WrittenTable {
  RUNS(SystemRuns.TABLE, EventSchema.SYSTEM_RUNS, "run_id"),
  CHANGES(SystemChanges.TABLE, EventSchema.SYSTEM_CHANGES, "change_id"),
  USAGE(SystemUsage.TABLE, EventSchema.SYSTEM_USAGE, "execution_id");

  private final String tableName;

  // Unmodifiable, which the checker cannot see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final EventSchema schema;

  private final String key;

  /// @param key the stored name of the primary key
  WrittenTable(String tableName, EventSchema schema, String key) {
    this.tableName = tableName;
    this.schema = schema;
    this.key = key;
  }

  String tableName() {
    return tableName;
  }

  EventSchema schema() {
    return schema;
  }

  String key() {
    return key;
  }
}
