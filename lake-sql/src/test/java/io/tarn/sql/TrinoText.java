package io.tarn.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tarn.sql.type.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/// Values of a result in the notation of the case files: `'text'`, `1.0E10`, `[1, 2]`, `{'a'=1}`,
/// `{1, 'a'}`, `X'00FF'`.
final class TrinoText {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private TrinoText() {}

  static String of(OutputColumn column, ResultSet row) throws SQLException {
    return switch (column.reader()) {
      case ColumnReader.Scalar(var at) -> scalar(column.type(), row, at);
      case ColumnReader.TextMap(var at, _) -> nested(row.getString(at), column.type());
      case ColumnReader.Json(var at) -> nested(row.getString(at), column.type());
    };
  }

  private static String scalar(Type type, ResultSet row, int at) throws SQLException {
    if (row.getObject(at) == null) {
      return "NULL";
    }
    return switch (type) {
      case Type.Timestamp _ -> TIMESTAMP.format(row.getObject(at, LocalDateTime.class));
      case Type.Decimal(_, var scale) -> row.getBigDecimal(at).setScale(scale).toPlainString();
      case Type.Simple simple ->
          switch (simple) {
            case VARCHAR, JSON, UNKNOWN -> quoted(row.getString(at));
            case DOUBLE -> Double.toString(row.getDouble(at));
            case REAL -> Float.toString(row.getFloat(at));
            case VARBINARY -> "X'" + row.getString(at) + "'";
            case BOOLEAN -> Boolean.toString(row.getBoolean(at));
            default -> row.getString(at);
          };
      default -> row.getString(at);
    };
  }

  private static String nested(String json, Type type) {
    try {
      return json == null ? "NULL" : value(JSON.readTree(json), type);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(json, failure);
    }
  }

  private static String value(JsonNode json, Type type) {
    if (json.isNull()) {
      return "NULL";
    }
    return switch (type) {
      case Type.Array(var element) ->
          StreamSupport.stream(json.spliterator(), false)
              .map(item -> value(item, element))
              .collect(Collectors.joining(", ", "[", "]"));
      case Type.MapOf(var key, var item) ->
          json.properties().stream()
              .map(e -> key(e.getKey(), key) + "=" + value(e.getValue(), item))
              .collect(Collectors.joining(", ", "{", "}"));
      case Type.Row(var fields) ->
          IntStream.range(0, fields.size())
              .mapToObj(i -> value(json.get(i), fields.get(i).type()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Type.Decimal(_, var scale) -> json.decimalValue().setScale(scale).toPlainString();
      case Type.Simple simple ->
          switch (simple) {
            case VARCHAR, JSON, UNKNOWN -> quoted(json.asText());
            case DOUBLE -> Double.toString(Double.parseDouble(json.asText()));
            case REAL -> Float.toString(Float.parseFloat(json.asText()));
            case VARBINARY -> "X'" + json.asText() + "'";
            default -> json.asText();
          };
      default -> json.asText();
    };
  }

  private static String key(String text, Type type) {
    return type == Type.VARCHAR ? quoted(text) : text;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
