package io.tarn.query.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.schema.LakeType;
import io.tarn.common.schema.MapOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes structs, arrays and maps from the database's JSON: fields in the order of their type,
/// keys
/// of maps in the order of the event.
final class JsonTrees {
  /// Beside a map field of a struct, its key order in hexadecimal digits.
  private static final String ORDER_SUFFIX = "$order";

  private JsonTrees() {}

  static void write(JsonNode value, LakeType type, JsonGenerator json) throws IOException {
    switch (type) {
      case LakeType.RowType row when value.isObject() -> writeRow(value, row, json);
      case LakeType.ArrayType(var element) when value.isArray() -> writeArray(value, element, json);
      case LakeType.DoubleType() when value.isNumber() -> json.writeNumber(value.doubleValue());
      default -> writeValue(value, json);
    }
  }

  /// Writes a map, whose keys come as jsonb keeps them, in the order that the permutation tells.
  static void writeMap(JsonNode map, byte @Nullable [] permutation, JsonGenerator json)
      throws IOException {
    var stored = new ArrayList<Map.Entry<String, JsonNode>>(map.properties());
    json.writeStartObject();
    for (var entry : MapOrder.restore(stored, permutation)) {
      json.writeFieldName(entry.getKey());
      writeValue(entry.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void writeRow(JsonNode row, LakeType.RowType type, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (var field : type.fields()) {
      json.writeFieldName(field.name());
      writeField(row, field, json);
    }
    json.writeEndObject();
  }

  private static void writeField(JsonNode row, LakeType.Field field, JsonGenerator json)
      throws IOException {
    var value = row.path(field.name());
    var order = row.path(field.name() + ORDER_SUFFIX);
    if (field.type() instanceof LakeType.MapType && value.isObject() && order.isTextual()) {
      writeMap(value, HexFormat.of().parseHex(order.asText()), json);
    } else {
      write(value, field.type(), json);
    }
  }

  private static void writeArray(JsonNode array, LakeType element, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    for (var value : array) {
      write(value, element, json);
    }
    json.writeEndArray();
  }

  private static void writeValue(JsonNode value, JsonGenerator json) throws IOException {
    switch (value.getNodeType()) {
      case OBJECT -> writeMap(value, null, json);
      case ARRAY -> writeArray(value, LakeType.UNKNOWN, json);
      case NUMBER -> json.writeNumber(value.asText());
      case BOOLEAN -> json.writeBoolean(value.booleanValue());
      case NULL, MISSING -> json.writeNull();
      case STRING, BINARY, POJO -> json.writeString(value.asText());
    }
  }
}
