package io.tarn.ingest.record;

import io.tarn.ingest.json.CompactJson;
import io.tarn.ingest.json.Json;
import io.tarn.ingest.json.StorableText;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Single values of an event as values of columns; null for what does not fit.
final class Scalars {
  /// No number that a column can hold needs more digits.
  private static final int MAX_DIGITS = 400;

  private Scalars() {}

  /// Text as it is; a number as it was written and a truth value by its name, which loses nothing.
  static @Nullable ColumnValue text(Json value) {
    return switch (value) {
      case Json.Text(var text) -> new ColumnValue.Text(StorableText.of(text));
      case Json.Numeral _, Json.Truth _ -> new ColumnValue.Text(CompactJson.of(value));
      case Json.Null _, Json.Sequence _, Json.Structure _ -> null;
    };
  }

  /// A truth value, or its name as text.
  static @Nullable ColumnValue truth(Json value) {
    return switch (value) {
      case Json.Truth(var truth) -> new ColumnValue.Truth(truth);
      case Json.Text(var text) ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> new ColumnValue.Truth(true);
            case "false" -> new ColumnValue.Truth(false);
            default -> null;
          };
      case Json.Null _, Json.Numeral _, Json.Sequence _, Json.Structure _ -> null;
    };
  }

  /// A whole number of 32 bits, however it is written (`5`, `5.0`).
  static @Nullable ColumnValue whole(Json value) {
    if (!(value instanceof Json.Numeral(var token)) || token.length() > MAX_DIGITS) {
      return null;
    }
    try {
      return new ColumnValue.Whole(new BigDecimal(token).intValueExact());
    } catch (ArithmeticException | NumberFormatException _) {
      return null;
    }
  }

  /// The nearest double; none for a number beyond its range.
  static @Nullable ColumnValue real(Json value) {
    if (!(value instanceof Json.Numeral(var token))) {
      return null;
    }
    double number = Double.parseDouble(token);
    return Double.isFinite(number) ? new ColumnValue.Real(number) : null;
  }

  /// A time in either form of ISO 8601.
  static @Nullable ColumnValue time(Json value) {
    if (value instanceof Json.Text(var text)) {
      var millis = EventTimes.iso8601(text);
      return millis.isPresent() ? new ColumnValue.Time(millis.getAsLong()) : null;
    }
    return null;
  }
}
