package io.tarn.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.sql.oracle.Answer;
import io.tarn.sql.type.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads what a translation gives as the plain values of an [Answer].
final class PlainRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private PlainRows() {}

  static Answer.Rows read(List<OutputColumn> columns, ResultSet result) throws SQLException {
    var rows = new ArrayList<List<@Nullable Object>>();
    while (result.next()) {
      var row = new ArrayList<@Nullable Object>();
      for (var column : columns) {
        row.add(value(column, result));
      }
      rows.add(row);
    }
    return new Answer.Rows(columns.stream().map(PlainRows::column).toList(), rows);
  }

  private static Answer.Column column(OutputColumn column) {
    return new Answer.Column(column.name(), column.type().display());
  }

  private static @Nullable Object value(OutputColumn column, ResultSet row) throws SQLException {
    return switch (column.reader()) {
      case ColumnReader.Scalar(var at) -> scalar(column.type(), row, at);
      case ColumnReader.TextMap(var at, _) -> nested(row.getString(at), column.type());
      case ColumnReader.Json(var at) -> nested(row.getString(at), column.type());
    };
  }

  private static @Nullable Object scalar(Type type, ResultSet row, int at) throws SQLException {
    if (row.getObject(at) == null) {
      return null;
    }
    return switch (type) {
      case Type.Timestamp _ -> TIMESTAMP.format(row.getObject(at, LocalDateTime.class));
      case Type.Decimal _ -> row.getBigDecimal(at);
      case Type.Simple simple ->
          switch (simple) {
            case BOOLEAN -> row.getBoolean(at);
            case TINYINT, SMALLINT, INTEGER, BIGINT -> row.getLong(at);
            case REAL, DOUBLE -> row.getDouble(at);
            case VARBINARY -> HexFormat.of().parseHex(row.getString(at));
            default -> row.getString(at);
          };
      default -> row.getString(at);
    };
  }

  private static @Nullable Object nested(@Nullable String json, Type type) {
    try {
      return json == null ? null : value(JSON.readTree(json), type);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(json, failure);
    }
  }

  private static @Nullable Object value(JsonNode json, Type type) {
    if (json.isNull()) {
      return null;
    }
    return switch (type) {
      case Type.Array(var element) -> list(json, i -> element);
      case Type.Row(var fields) -> list(json, i -> fields.get(i).type());
      case Type.MapOf(_, var item) -> {
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        json.properties().forEach(e -> map.put(e.getKey(), value(e.getValue(), item)));
        yield map;
      }
      case Type.Decimal _ -> json.decimalValue();
      case Type.Simple simple ->
          switch (simple) {
            case BOOLEAN -> json.booleanValue();
            case TINYINT, SMALLINT, INTEGER, BIGINT -> json.longValue();
            case REAL, DOUBLE -> Double.valueOf(json.asText());
            default -> json.asText();
          };
      default -> json.asText();
    };
  }

  private static List<@Nullable Object> list(JsonNode json, TypeAt types) {
    var list = new ArrayList<@Nullable Object>();
    for (int i = 0; i < json.size(); i++) {
      list.add(value(json.get(i), types.of(i)));
    }
    return list;
  }

  private interface TypeAt {
    Type of(int index);
  }
}
