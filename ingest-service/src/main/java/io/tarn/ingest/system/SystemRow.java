package io.tarn.ingest.system;

import io.tarn.common.schema.LakeType;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import java.util.List;
import java.util.stream.Collectors;

/// A row of a system table as JSON: its columns by their names in statements. A later row of the
/// same key takes its place.
record SystemRow(TenantId tenant, WrittenTable table, String json) {
  Sql upsert() {
    var columns = table.schema().columns();
    var key = table.key();
    var names =
        columns.stream()
            .map(column -> stored(column.name()).name())
            .collect(Collectors.joining(", "));
    var values =
        columns.stream()
            .map(column -> "(row ->> '" + column.name() + "')" + cast(column.type()))
            .collect(Collectors.joining(", "));
    var changes =
        columns.stream()
            .map(column -> stored(column.name()).name())
            .filter(name -> !name.equals(key))
            .map(name -> name + " = excluded." + name)
            .collect(Collectors.joining(", "));
    return Sql.of(
            """
            insert into %1$s.%2$s (tenant_id, %3$s)
            select ?, %4$s from (select ?::jsonb as row) told
            on conflict (%5$s) do update set %6$s"""
                .formatted(tenant.schema(), table.tableName(), names, values, key, changes))
        .with(tenant, json);
  }

  private StoredColumn stored(String name) {
    return table.schema().stored().value(List.of(name)).orElseThrow();
  }

  private static String cast(LakeType type) {
    return switch (type) {
      case LakeType.Bigint _ -> "::bigint";
      case LakeType.BooleanType _ -> "::boolean";
      case LakeType.Timestamp _ -> "::timestamptz at time zone 'UTC'";
      default -> "";
    };
  }
}
