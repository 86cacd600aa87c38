package io.tarn.bench.sql;

import static java.util.stream.Collectors.joining;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.LakeType;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredStruct;
import io.tarn.common.tenant.TenantId;
import java.util.List;

/// Makes rows of a CloudTrail store from the texts of events, by the database itself. The order of
/// the keys of maps is not kept.
final class SqlRows {
  private SqlRows() {}

  /// An INSERT into the table from another one's column `event`.
  static String insert(TenantId tenant, String table, String source) {
    var columns = EventSchema.CLOUDTRAIL.stored().columns();
    return """
        insert into %s (%s)
        select %s
        from (select event, event::jsonb as j from %s offset 0) as incoming
        order by j ->> 'eventTime'"""
        .formatted(
            table,
            columns.stream().map(StoredColumn::name).collect(joining(", ")),
            columns.stream().map(column -> value(column, tenant)).collect(joining(",\n")),
            source);
  }

  private static String value(StoredColumn column, TenantId tenant) {
    return switch (column.source()) {
      case StoredColumn.Value(var path, LakeType.MapType _) -> map(at(path));
      case StoredColumn.Value(var path, LakeType.ArrayType _) ->
          "case jsonb_typeof(%1$s) when 'array' then %1$s end".formatted(at(path));
      case StoredColumn.Value(var path, _) ->
          "(j #>> '{%s}')::%s".formatted(String.join(",", path), column.type().sql());
      case StoredColumn.KeyOrder _ -> "null";
      case StoredColumn.StructPresence() -> structs();
      case StoredColumn.Original() -> "event";
      case StoredColumn.Writer writer -> value(writer, tenant);
    };
  }

  private static String value(StoredColumn.Writer writer, TenantId tenant) {
    return switch (writer) {
      case TENANT_ID -> "'%s'".formatted(tenant.value());
      case RECEIVED_TIME -> "(j ->> 'eventTime')::timestamp";
      case INGEST_POSITION -> "extract(epoch from (j ->> 'eventTime')::timestamp)::bigint";
      case DIGEST -> "sha256(convert_to(event, 'UTF8'))";
      case UPLOAD_ID, UPLOAD_FILE -> "null";
    };
  }

  /// All values of a map are texts.
  private static String map(String json) {
    return """
        case jsonb_typeof(%1$s) when 'object' then
          coalesce((select jsonb_object_agg(key, value) from jsonb_each_text(%1$s)), '{}') end"""
        .formatted(json);
  }

  private static String structs() {
    return EventSchema.CLOUDTRAIL.stored().structs().stream()
        .map(SqlRows::struct)
        .collect(joining(" + "));
  }

  private static String struct(StoredStruct struct) {
    return "case jsonb_typeof(%s) when 'object' then %d else 0 end"
        .formatted(at(struct.jsonPath()), struct.mask());
  }

  private static String at(List<String> path) {
    return "(j #> '{%s}')".formatted(String.join(",", path));
  }
}
