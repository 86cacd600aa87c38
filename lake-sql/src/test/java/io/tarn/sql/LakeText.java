package io.tarn.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.schema.MapOrder;
import io.tarn.sql.type.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  private static String scalar(Type type, ResultSet row, int position) throws SQLException {
    if (type instanceof Type.Timestamp) {
      var time = row.getObject(position, LocalDateTime.class);
      return time == null ? "NULL" : TIMESTAMP.format(time);
    }
    var value = row.getObject(position);
    return value == null ? "NULL" : value.toString();
  }

  private static String value(JsonNode json, Type type) {
    return switch (type) {
      case Type.Row(var fields) when json.isArray() ->
          IntStream.range(0, fields.size())
              .mapToObj(
                  i -> fields.get(i).shownName(i) + "=" + value(json.get(i), fields.get(i).type()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Type.Array(var element) when json.isArray() ->
          StreamSupport.stream(json.spliterator(), false)
              .map(item -> value(item, element))
              .collect(Collectors.joining(", ", "[", "]"));
      case Type.MapOf _ -> map(json, null);
      case Type.Simple simple when simple == Type.DOUBLE && json.isNumber() ->
          Double.toString(json.doubleValue());
      default -> json.isNull() ? "null" : json.asText();
    };
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
