package io.tarn.sql;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.SystemChanges;
import io.tarn.common.schema.SystemRuns;
import io.tarn.common.schema.SystemUsage;
import java.util.List;
import java.util.Optional;

/// What Tarn itself tells of a tenant, beside its event data stores. A store of the same name hides
/// it.
public record SystemTable(String name, EventSchema schema) implements NamedTable {
  public static final List<SystemTable> ALL =
      List.of(
          new SystemTable(SystemRuns.TABLE, EventSchema.SYSTEM_RUNS),
          new SystemTable(SystemChanges.TABLE, EventSchema.SYSTEM_CHANGES),
          new SystemTable(SystemUsage.TABLE, EventSchema.SYSTEM_USAGE));

  /// The table of this name, whatever its case.
  public static Optional<SystemTable> of(String name) {
    return ALL.stream().filter(table -> table.name.equalsIgnoreCase(name)).findFirst();
  }
}
