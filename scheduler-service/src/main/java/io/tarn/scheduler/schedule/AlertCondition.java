package io.tarn.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When the result of a run is something that people want to know of at once.
///
/// @param of what is looked at: `rows` (their number), `column` (its value in any row), or
///     `no-data` (there are no rows)
/// @param column the name of the column; null for the others
/// @param operator `>`, `>=`, `<`, `<=`, `=`, `!=`; null for `no-data`
/// @param value what is compared with: a number, or for `=` and `!=` of a column also a text; null
///     for `no-data`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertCondition(
    String of, @Nullable String column, @Nullable String operator, @Nullable Object value) {
  public static final String ROWS = "rows";
  public static final String COLUMN = "column";
  public static final String NO_DATA = "no-data";

  /// Whether the condition looks at the values of rows.
  public boolean needsRows() {
    return of.equals(COLUMN);
  }

  /// Whether that many rows fulfil it; for a condition on a column this is never enough.
  public boolean isFulfilledBy(long rows) {
    return switch (of) {
      case NO_DATA -> rows == 0;
      case ROWS ->
          number(value).map(bound -> compares(BigDecimal.valueOf(rows), bound)).orElse(false);
      default -> false;
    };
  }

  /// Whether the value of a column fulfils it. NULL fulfils nothing.
  public boolean isFulfilledBy(JsonNode cell) {
    if (cell.isNull() || cell.isMissingNode()) {
      return false;
    }
    var bound = number(value);
    var found = cell.isNumber() ? Optional.of(cell.decimalValue()) : number(cell.asText());
    if (bound.isPresent() && found.isPresent()) {
      return compares(found.get(), bound.get());
    }
    var isEqual = cell.asText().equals(String.valueOf(value));
    return "=".equals(operator) ? isEqual : "!=".equals(operator) && !isEqual;
  }

  private boolean compares(BigDecimal found, BigDecimal bound) {
    var order = found.compareTo(bound);
    return switch (operator) {
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case null, default -> false;
    };
  }

  /// The value as a number; empty for what is none.
  static Optional<BigDecimal> number(@Nullable Object value) {
    try {
      return value == null ? Optional.empty() : Optional.of(new BigDecimal(value.toString()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
