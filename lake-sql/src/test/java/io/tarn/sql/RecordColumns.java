package io.tarn.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.LakeType;
import io.tarn.common.schema.MapOrder;
import io.tarn.common.schema.StoredColumn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An event as the values of its store's columns, by Lake §5. The product's own mapping is a
/// matter of the service that takes events in, which these tests do not reach.
record RecordColumns(EventSchema schema, String tenant, JsonValue event) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  List<StoredColumn> columns() {
    return schema.stored().columns();
  }

  /// What a column is filled with, fit for a cast to its type.
  @Nullable Object value(StoredColumn column) {
    return switch (column.source()) {
      case StoredColumn.Value(var path, var type) -> value(at(path), type);
      case StoredColumn.KeyOrder(var path) -> MapOrder.encode(keys(at(path)));
      case StoredColumn.StructPresence _ -> presence();
      case StoredColumn.Original _ -> event.json();
      case StoredColumn.Writer writer -> written(writer);
    };
  }

  private JsonValue at(List<String> path) {
    var value = event;
    for (var name : path) {
      value = value.part(name);
    }
    return value;
  }

  private static @Nullable Object value(JsonValue value, LakeType type) {
    return switch (type) {
      case LakeType.Varchar() -> value.isObject() || value.isArray() ? null : value.text();
      case LakeType.BooleanType() -> truth(String.valueOf(value.text()));
      case LakeType.IntegerType() -> isNumber(value) ? whole(value) : null;
      case LakeType.DoubleType() -> isNumber(value) ? Double.valueOf(value.json()) : null;
      case LakeType.Timestamp _ -> value.time();
      case LakeType.MapType _ -> value.isObject() ? document(value, type).toString() : null;
      case LakeType.ArrayType _ -> value.isArray() ? document(value, type).toString() : null;
      case LakeType.Bigint(), LakeType.RowType _ ->
          throw new IllegalArgumentException("no stored column has the type " + type.display());
    };
  }

  private static @Nullable Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  private static boolean isNumber(JsonValue value) {
    return value.json().matches("[-\\d].*");
  }

  private static Integer whole(JsonValue value) {
    return new BigDecimal(value.json()).intValueExact();
  }

  private static JsonNode document(JsonValue value, LakeType type) {
    return switch (type) {
      case LakeType.ArrayType(var element) when value.isArray() -> {
        var array = JSON.arrayNode();
        value.elements().forEach(item -> array.add(document(item, element)));
        yield array;
      }
      case LakeType.RowType(var fields) when value.isObject() -> {
        var row = JSON.objectNode();
        fields.forEach(f -> row.set(f.name(), document(value.part(f.name()), f.type())));
        yield row;
      }
      case LakeType.MapType _ when value.isObject() -> {
        var map = JSON.objectNode();
        value.members().forEach((key, item) -> map.put(key, item.text()));
        yield map;
      }
      case LakeType.Varchar() when !value.isObject() && !value.isArray() -> text(value.text());
      default -> JSON.nullNode();
    };
  }

  private static JsonNode text(@Nullable String text) {
    return text == null ? JSON.nullNode() : JSON.textNode(text);
  }

  private static List<String> keys(JsonValue map) {
    return List.copyOf(map.members().keySet());
  }

  private int presence() {
    return schema.stored().structs().stream()
        .filter(struct -> at(struct.jsonPath()).isObject())
        .mapToInt(struct -> struct.mask())
        .sum();
  }

  private @Nullable Object written(StoredColumn.Writer writer) {
    return switch (writer) {
      case TENANT_ID -> tenant;
      case RECEIVED_TIME -> event.part("eventTime").time();
      case INGEST_POSITION -> 1L;
      case DIGEST -> String.valueOf(event.part("eventID").text()).getBytes(StandardCharsets.UTF_8);
      case UPLOAD_ID, UPLOAD_FILE -> null;
    };
  }
}
