package io.tarn.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.LakeType;
import io.tarn.common.schema.MapOrder;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The columns of an event of a trail, as the writer would fill them.
final class StoredEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String text;
  private final JsonNode event;

  private StoredEvent(String text) {
    this.text = text;
    try {
      this.event = JSON.readTree(text);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(text, failure);
    }
  }

  static StoredEvent of(String json) {
    return new StoredEvent(json);
  }

  String id() {
    return event.get("eventID").asText();
  }

  String time() {
    return event.get("eventTime").asText().replace("T", " ").replace("Z", "");
  }

  Map<String, Object> columns() {
    var row = new HashMap<String, Object>();
    for (var column : EventSchema.CLOUDTRAIL.stored().columns()) {
      value(column.source()).ifPresent(value -> row.put(column.name(), value));
    }
    row.put(StoredColumns.STRUCT_PRESENCE, structs());
    return row;
  }

  private Optional<Object> value(StoredColumn.Source source) {
    return switch (source) {
      case StoredColumn.Value(var path, var type) -> at(path).flatMap(json -> value(json, type));
      case StoredColumn.KeyOrder(var path) ->
          at(path).flatMap(json -> Optional.ofNullable(MapOrder.encode(keys(json))));
      case StoredColumn.Original() -> Optional.of(text);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> value(JsonNode json, LakeType type) {
    return Optional.of(
        switch (type) {
          case LakeType.BooleanType() -> json.asBoolean();
          case LakeType.Timestamp _ -> json.asText().replace("T", " ").replace("Z", "");
          case LakeType.MapType _ -> texts(json).toString();
          case LakeType.ArrayType _ -> lowerCase(json).toString();
          default -> json.asText();
        });
  }

  private static List<String> keys(JsonNode map) {
    return map.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static ObjectNode texts(JsonNode map) {
    var texts = JsonNodeFactory.instance.objectNode();
    map.properties().forEach(e -> texts.put(e.getKey(), text(e.getValue())));
    return texts;
  }

  private static @Nullable String text(JsonNode value) {
    return value.isNull() ? null : value.isContainerNode() ? value.toString() : value.asText();
  }

  private static ArrayNode lowerCase(JsonNode list) {
    var lower = JsonNodeFactory.instance.arrayNode();
    for (var item : list) {
      var row = lower.addObject();
      item.properties().forEach(e -> row.set(e.getKey().toLowerCase(Locale.ROOT), e.getValue()));
    }
    return lower;
  }

  private int structs() {
    return EventSchema.CLOUDTRAIL.stored().structs().stream()
        .filter(struct -> at(struct.jsonPath()).filter(JsonNode::isObject).isPresent())
        .mapToInt(struct -> struct.mask())
        .sum();
  }

  private Optional<JsonNode> at(List<String> path) {
    var json = event;
    for (var key : path) {
      json = json.path(key);
    }
    return Optional.of(json).filter(found -> !found.isMissingNode() && !found.isNull());
  }
}
