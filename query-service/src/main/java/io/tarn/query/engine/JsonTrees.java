package io.tarn.query.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.schema.MapOrder;
import io.tarn.sql.type.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes structs, arrays and maps from the database's JSON, where a struct is an array of its
/// fields in the order of its type.
final class JsonTrees {
  private JsonTrees() {}

  static void write(JsonNode value, Type type, JsonGenerator json) throws IOException {
    switch (type) {
      case Type.Row(var fields) when value.isArray() -> writeRow(value, fields, json);
      case Type.Array(var element) when value.isArray() -> writeArray(value, element, json);
      case Type.MapOf(_, var item) when value.isObject() -> writeEntries(value, item, json);
      case Type.Simple simple when isFloating(simple) && value.isNumber() ->
          json.writeNumber(value.doubleValue());
      default -> writeValue(value, json);
    }
  }

  private static boolean isFloating(Type.Simple type) {
    return type == Type.Simple.DOUBLE || type == Type.Simple.REAL;
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

  private static void writeEntries(JsonNode map, Type item, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (var entry : map.properties()) {
      json.writeFieldName(entry.getKey());
      write(entry.getValue(), item, json);
    }
    json.writeEndObject();
  }

  private static void writeRow(JsonNode row, List<Type.Field> fields, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (int index = 0; index < fields.size(); index++) {
      json.writeFieldName(fields.get(index).shownName(index));
      write(row.path(index), fields.get(index).type(), json);
    }
    json.writeEndObject();
  }

  private static void writeArray(JsonNode array, Type element, JsonGenerator json)
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
      case ARRAY -> writeArray(value, Type.UNKNOWN, json);
      case NUMBER -> json.writeNumber(value.asText());
      case BOOLEAN -> json.writeBoolean(value.booleanValue());
      case NULL, MISSING -> json.writeNull();
      case STRING, BINARY, POJO -> json.writeString(value.asText());
    }
  }
}
