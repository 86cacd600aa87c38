package io.tarn.sql.oracle;

import io.trino.jdbc.Row;
import io.trino.jdbc.RowField;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what Trino's driver gives as the plain values of an [Answer].
final class TrinoRows {
  /// Within arrays, maps and rows the driver has times as objects, not as Trino's text.
  private static final DateTimeFormatter NESTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

  private TrinoRows() {}

  static Answer.Rows read(ResultSet result) throws SQLException {
    var columns = columns(result);
    var rows = new ArrayList<List<@Nullable Object>>();
    while (result.next()) {
      var row = new ArrayList<@Nullable Object>();
      for (int i = 1; i <= columns.size(); i++) {
        row.add(value(result, i));
      }
      rows.add(row);
    }
    return new Answer.Rows(columns, rows);
  }

  private static List<Answer.Column> columns(ResultSet result) throws SQLException {
    var head = result.getMetaData();
    var columns = new ArrayList<Answer.Column>();
    for (int i = 1; i <= head.getColumnCount(); i++) {
      columns.add(new Answer.Column(head.getColumnLabel(i), head.getColumnTypeName(i)));
    }
    return columns;
  }

  private static @Nullable Object value(ResultSet result, int position) throws SQLException {
    var value = result.getObject(position);
    return value instanceof java.util.Date ? result.getString(position) : plain(value);
  }

  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case String _, Boolean _, Double _, Long _, BigDecimal _, byte[] _ -> value;
      case Float real -> Double.valueOf(real.toString());
      case Number whole -> whole.longValue();
      case Timestamp time -> NESTED.format(time.toLocalDateTime());
      case Date date -> date.toString();
      case Time time -> time.toString();
      case Array array -> list(Arrays.asList((Object[]) array.getArray()));
      case Collection<?> list -> list(list);
      case Row row -> list(row.getFields().stream().map(RowField::getValue).toArray());
      case Map<?, ?> map -> map(map);
      default -> value.toString();
    };
  }

  private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
    return list(Arrays.asList(values));
  }

  private static List<@Nullable Object> list(Collection<?> values) throws SQLException {
    var list = new ArrayList<@Nullable Object>();
    for (var value : values) {
      list.add(plain(value));
    }
    return list;
  }

  private static Map<@Nullable Object, @Nullable Object> map(Map<?, ?> values) throws SQLException {
    var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
    for (var entry : values.entrySet()) {
      map.put(plain(entry.getKey()), plain(entry.getValue()));
    }
    return map;
  }
}
