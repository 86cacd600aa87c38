package io.tarn.ingest.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The rows of an event table as the database has them, each value as text: times with
/// milliseconds, bytes in hexadecimal digits, doubles as Java prints them.
final class StoredRows {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private StoredRows() {}

  /// One row: the original text, and the other columns by name.
  record Row(String eventJson, Map<String, String> columns) {}

  /// All rows, without the columns that say nothing of the event.
  static List<Row> of(String table, List<String> without) {
    var columns = new LinkedHashMap<>(columns(table));
    columns.keySet().removeAll(without);
    columns.remove("event_json");
    var list =
        columns.entrySet().stream()
            .map(column -> selected(column.getKey(), column.getValue()))
            .collect(Collectors.joining(", "));
    var rows = new ArrayList<Row>();
    for (var values : TestTenant.rows("select event_json, " + list + " from " + table)) {
      var byName = new TreeMap<String, String>();
      int place = 1;
      for (var column : columns.entrySet()) {
        byName.put(column.getKey(), text(values.get(place++), column.getValue()));
      }
      rows.add(new Row((String) values.getFirst(), byName));
    }
    return rows;
  }

  private static String text(Object value, String type) {
    return value == null
        ? null
        : switch (type) {
          case "double precision" -> Double.toString((Double) value);
          case "jsonb" -> sorted((String) value);
          default -> (String) value;
        };
  }

  /// The document with its keys in one order, so that documents can be compared as text.
  private static String sorted(String json) {
    try {
      return JSON.writeValueAsString(JSON.readValue(json, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static Map<String, String> columns(String table) {
    var names = table.split("\\.", -1);
    return TestTenant.rows(
            """
            select column_name::text, data_type::text from information_schema.columns
            where table_schema = '%s' and table_name = '%s' order by ordinal_position"""
                .formatted(names[0], names[1]))
        .stream()
        .collect(
            Collectors.toMap(
                row -> (String) row.get(0),
                row -> (String) row.get(1),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  private static String selected(String column, String type) {
    return switch (type) {
      case "timestamp without time zone" ->
          "to_char(%s, 'YYYY-MM-DD HH24:MI:SS.MS')".formatted(column);
      case "bytea" -> "encode(%s, 'hex')".formatted(column);
      case "double precision" -> column;
      default -> column + "::text";
    };
  }
}
