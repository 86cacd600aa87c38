package io.tarn.query.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.sql.ColumnReader;
import io.tarn.sql.OutputColumn;
import io.tarn.sql.type.Type;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Writes rows of the database as typed JSON, in the forms that [Rows#write] tells.
final class PostgresRowWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
  private static final int SMALL = 8;
  private static final int WIDE = 256 * 1024;
  private static final ReentrantLock ONE_WIDE_TREE = new ReentrantLock();

  private final List<OutputColumn> columns;

  PostgresRowWriter(List<OutputColumn> columns) {
    this.columns = List.copyOf(columns);
  }

  /// Writes the row that `row` stands on, and answers about how many characters it has.
  long write(ResultSet row, JsonGenerator json) throws SQLException, IOException {
    long characters = 0;
    json.writeStartArray();
    for (var column : columns) {
      characters += write(column, row, json);
    }
    json.writeEndArray();
    return characters;
  }

  private static long write(OutputColumn column, ResultSet row, JsonGenerator json)
      throws SQLException, IOException {
    return switch (column.reader()) {
      case ColumnReader.Scalar(int at) -> writeScalar(column.type(), row, at, json);
      case ColumnReader.TextMap(int at, OptionalInt order) when order.isPresent() ->
          writeMap(row, at, order.getAsInt(), json);
      case ColumnReader.TextMap(int at, _) -> writeTree(row.getString(at), column.type(), json);
      case ColumnReader.Json(int at) -> writeTree(row.getString(at), column.type(), json);
    };
  }

  private static long writeScalar(Type type, ResultSet row, int at, JsonGenerator json)
      throws SQLException, IOException {
    return switch (type) {
      case Type.Simple simple ->
          switch (simple) {
            case BOOLEAN -> writeBoolean(row, at, json);
            case TINYINT, SMALLINT, INTEGER, BIGINT -> writeWhole(row, at, json);
            case REAL, DOUBLE -> writeDouble(row, at, json);
            default -> writeText(row.getString(at), json);
          };
      case Type.Decimal _ -> writeDecimal(row, at, json);
      case Type.Timestamp _ -> writeText(timestamp(row, at), json);
      default -> writeText(row.getString(at), json);
    };
  }

  private static long writeText(@Nullable String text, JsonGenerator json) throws IOException {
    json.writeString(text);
    return text == null ? SMALL : text.length();
  }

  private static @Nullable String timestamp(ResultSet row, int at) throws SQLException {
    var time = row.getObject(at, LocalDateTime.class);
    return time == null ? null : MILLIS.format(time);
  }

  private static long writeBoolean(ResultSet row, int at, JsonGenerator json)
      throws SQLException, IOException {
    var value = row.getBoolean(at);
    if (row.wasNull()) {
      json.writeNull();
    } else {
      json.writeBoolean(value);
    }
    return SMALL;
  }

  private static long writeWhole(ResultSet row, int at, JsonGenerator json)
      throws SQLException, IOException {
    var value = row.getLong(at);
    if (row.wasNull()) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
    return SMALL;
  }

  /// JSON knows no infinity: what is not finite is written as text.
  private static long writeDouble(ResultSet row, int at, JsonGenerator json)
      throws SQLException, IOException {
    var value = row.getDouble(at);
    if (row.wasNull()) {
      json.writeNull();
    } else if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Double.toString(value));
    }
    return SMALL;
  }

  private static long writeDecimal(ResultSet row, int at, JsonGenerator json)
      throws SQLException, IOException {
    var value = row.getBigDecimal(at);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value.toPlainString());
    }
    return SMALL;
  }

  private static long writeMap(ResultSet row, int at, int order, JsonGenerator json)
      throws SQLException, IOException {
    var text = row.getString(at);
    if (text == null) {
      json.writeNull();
      return SMALL;
    }
    var keys = row.getBytes(order);
    writeParsed(text, tree -> JsonTrees.writeMap(tree, keys, json));
    return text.length();
  }

  private static long writeTree(@Nullable String text, Type type, JsonGenerator json)
      throws IOException {
    if (text == null) {
      json.writeNull();
      return SMALL;
    }
    writeParsed(text, tree -> JsonTrees.write(tree, type, json));
    return text.length();
  }

  /// A tree takes several times the memory of its text: of wide ones there is one at a time, over
  /// all executions.
  private static void writeParsed(String text, TreeWriting writing) throws IOException {
    if (text.length() < WIDE) {
      writing.write(JSON.readTree(text));
      return;
    }
    ONE_WIDE_TREE.lock();
    try {
      writing.write(JSON.readTree(text));
    } finally {
      ONE_WIDE_TREE.unlock();
    }
  }

  @FunctionalInterface
  private interface TreeWriting {
    void write(JsonNode tree) throws IOException;
  }
}
