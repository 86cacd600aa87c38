package io.tarn.common.schema;

import java.util.List;
import java.util.Locale;

/// A field of the event's JSON: its spelling there, the name that Lake gives it, and its parts.
///
/// @param jsonName the key in the event's JSON
/// @param lakeName the name in statements: canonical for a column, lower case inside a struct
/// @param fields the parts of a struct; empty for everything else
record RecordField(String jsonName, String lakeName, LakeType type, List<RecordField> fields) {
  RecordField {
    fields = List.copyOf(fields);
  }

  static RecordField column(String name, LakeType type) {
    return new RecordField(name, name, type, List.of());
  }

  static RecordField column(String name, RecordField... fields) {
    return new RecordField(name, name, rowOf(List.of(fields)), List.of(fields));
  }

  static RecordField field(String jsonName, LakeType type) {
    return new RecordField(jsonName, lower(jsonName), type, List.of());
  }

  static RecordField field(String jsonName, RecordField... fields) {
    return new RecordField(jsonName, lower(jsonName), rowOf(List.of(fields)), List.of(fields));
  }

  /// The same field under a name that is not its JSON key in lower case.
  RecordField named(String otherLakeName) {
    return new RecordField(jsonName, otherLakeName, type, fields);
  }

  boolean isStruct() {
    return !fields.isEmpty();
  }

  private static LakeType.RowType rowOf(List<RecordField> fields) {
    return new LakeType.RowType(
        fields.stream().map(field -> new LakeType.Field(field.lakeName, field.type)).toList());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
