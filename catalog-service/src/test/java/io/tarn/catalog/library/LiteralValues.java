package io.tarn.catalog.library;

import io.tarn.sql.parameter.Parameters;
import io.tarn.sql.type.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the values of parameters into a statement, for an engine that knows no parameters.
final class LiteralValues {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)(?:\\.(start|end))?\\}\\}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private LiteralValues() {}

  static String write(String statement, Parameters parameters) {
    return PLACE
        .matcher(statement)
        .replaceAll(
            place -> {
              var value =
                  place.group(2) == null
                      ? parameters.value(place.group(1))
                      : parameters.end(place.group(1), place.group(2).equals("start"));
              return java.util.regex.Matcher.quoteReplacement(literal(value.value(), value.type()));
            });
  }

  private static String literal(@Nullable Object value, Type type) {
    return switch (value) {
      case null -> "CAST(NULL AS " + type.display() + ")";
      case String text -> "'" + text.replace("'", "''") + "'";
      case Long number -> "BIGINT '" + number + "'";
      case Double number -> "DOUBLE '" + number + "'";
      case LocalDate date -> "DATE '" + date + "'";
      case LocalDateTime time -> "TIMESTAMP '" + TIME.format(time) + "'";
      case List<?> items when items.isEmpty() -> "'no item at all'";
      case List<?> items ->
          items.stream().map(item -> literal(item, type)).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }
}
