package io.tarn.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.schema.LakeType;
import io.tarn.common.schema.MapOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Values of a result as text, read by the contract of [ColumnReader].
final class LakeText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private LakeText() {}

  static String of(OutputColumn column, ResultSet row) throws SQLException {
    return switch (column.reader()) {
      case ColumnReader.Scalar(var position) -> scalar(column.type(), row, position);
      case ColumnReader.TextMap(var position, var order) ->
          map(
              json(row.getString(position)),
              order.isPresent() ? row.getBytes(order.getAsInt()) : null);
      case ColumnReader.Json(var position) -> value(json(row.getString(position)), column.type());
    };
  }

  private static String scalar(LakeType type, ResultSet row, int position) throws SQLException {
    if (type instanceof LakeType.Timestamp) {
      var time = row.getObject(position, LocalDateTime.class);
      return time == null ? "NULL" : TIMESTAMP.format(time);
    }
    var value = row.getObject(position);
    return value == null ? "NULL" : value.toString();
  }

  private static String value(JsonNode json, LakeType type) {
    return switch (type) {
      case LakeType.RowType row when json.isObject() -> row(json, row);
      case LakeType.ArrayType(var element) when json.isArray() ->
          StreamSupport.stream(json.spliterator(), false)
              .map(item -> value(item, element))
              .collect(Collectors.joining(", ", "[", "]"));
      case LakeType.MapType _ -> map(json, null);
      case LakeType.DoubleType() when json.isNumber() -> Double.toString(json.doubleValue());
      default -> json.isNull() ? "null" : json.asText();
    };
  }

  private static String row(JsonNode json, LakeType.RowType type) {
    return type.fields().stream()
        .map(field -> field.name() + "=" + field(json, field))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String field(JsonNode row, LakeType.Field field) {
    var json = row.path(field.name());
    if (json.isMissingNode()) {
      return "null";
    }
    var order = row.path(field.name() + "$order");
    return field.type() instanceof LakeType.MapType
        ? map(json, order.isTextual() ? HexFormat.of().parseHex(order.asText()) : null)
        : value(json, field.type());
  }

  private static String map(JsonNode json, byte @Nullable [] order) {
    if (json.isNull()) {
      return "null";
    }
    List<String> entries =
        json.properties().stream()
            .map(e -> e.getKey() + "=" + (e.getValue().isNull() ? "null" : e.getValue().asText()))
            .toList();
    return MapOrder.restore(entries, order).stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private static JsonNode json(@Nullable String text) {
    try {
      return text == null ? JSON.nullNode() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
