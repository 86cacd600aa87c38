package io.tarn.scheduler.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values of Java as the database takes them, and back.
public final class Values {
  private Values() {}

  /// Binds the values to a statement's places, in their order.
  public static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int index = 0; index < values.length; index++) {
      statement.setObject(index + 1, bound(values[index]));
    }
  }

  /// The same for values that are many.
  public static void bind(PreparedStatement statement, List<@Nullable Object> values)
      throws SQLException {
    bind(statement, values.toArray());
  }

  private static @Nullable Object bound(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant time -> time.atOffset(ZoneOffset.UTC);
      case Duration duration -> duration.toSeconds();
      default -> value;
    };
  }

  /// The time in a column; null where there is none.
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// The time in a column that always has one.
  public static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// The duration in a column of seconds; null where there is none.
  public static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
    var seconds = row.getObject(column, Long.class);
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  /// A value as JSON; null stays null.
  public static @Nullable String json(ObjectMapper json, @Nullable Object value) {
    try {
      return value == null ? null : json.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot be written as JSON", failure);
    }
  }

  /// The value in a column of JSON; null where there is none.
  public static <T> @Nullable T read(ObjectMapper json, ResultSet row, String column, Class<T> type)
      throws SQLException {
    var text = row.getString(column);
    try {
      return text == null ? null : json.readValue(text, type);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("JSON of " + column + " cannot be read", failure);
    }
  }
}
