package io.tarn.common.schema;

import static java.util.stream.Collectors.joining;

/// The column list of an event table, for CREATE TABLE. Partitioning, indexes and checks belong to
/// the writer.
public final class EventTableDdl {
  private EventTableDdl() {}

  /// The columns with their types, one a line, separated by commas, without parentheses.
  public static String columnList(EventSchema schema) {
    return schema.stored().columns().stream()
        .map(EventTableDdl::definition)
        .collect(joining(",\n    ", "    ", ""));
  }

  /// One column's definition, for ALTER TABLE ... ADD COLUMN too.
  public static String definition(StoredColumn column) {
    return column.name() + " " + column.type().sql() + (column.required() ? " not null" : "");
  }
}
