package io.tarn.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tarn.sql.oracle.Answer;
import io.tarn.sql.type.Type;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads our rows as the plain values of an [Answer].
final class TarnRows {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

  private TarnRows() {}

  static Answer.Rows read(ResultSet result, List<OutputColumn> columns) throws SQLException {
    var rows = new ArrayList<List<@Nullable Object>>();
    while (result.next()) {
      var row = new ArrayList<@Nullable Object>();
      for (var column : columns) {
        row.add(value(column, result));
      }
      rows.add(row);
    }
    var heads = columns.stream().map(c -> new Answer.Column(c.name(), c.type().display())).toList();
    return new Answer.Rows(heads, rows);
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
            default -> ofText(row.getString(at), simple);
          };
      default -> row.getString(at);
    };
  }

  private static Object ofText(String text, Type.Simple type) {
    return switch (type) {
      case BOOLEAN -> Boolean.valueOf(text);
      case TINYINT, SMALLINT, INTEGER, BIGINT -> Long.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case REAL -> Double.valueOf(Float.toString(Float.parseFloat(text)));
      case VARBINARY -> HexFormat.of().parseHex(text.toLowerCase(java.util.Locale.ROOT));
      default -> text;
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
      case Type.Array(var element) -> {
        var list = new ArrayList<@Nullable Object>();
        json.forEach(item -> list.add(value(item, element)));
        yield list;
      }
      case Type.Row(var fields) -> {
        var list = new ArrayList<@Nullable Object>();
        for (int i = 0; i < fields.size(); i++) {
          list.add(value(json.get(i), fields.get(i).type()));
        }
        yield list;
      }
      case Type.MapOf(var key, var item) -> map(json, key, item);
      case Type.Decimal _ -> new BigDecimal(json.asText());
      case Type.Simple simple -> ofText(json.asText(), simple);
      default -> json.asText();
    };
  }

  private static Map<@Nullable Object, @Nullable Object> map(JsonNode json, Type key, Type item) {
    var map = new HashMap<@Nullable Object, @Nullable Object>();
    for (var entry : json.properties()) {
      var name =
          key instanceof Type.Simple simple ? ofText(entry.getKey(), simple) : entry.getKey();
      map.put(name, value(entry.getValue(), item));
    }
    return map;
  }
}
