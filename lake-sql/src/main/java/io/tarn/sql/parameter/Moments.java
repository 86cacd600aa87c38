package io.tarn.sql.parameter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Reads dates and times of values.
final class Moments {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final int LONGEST = 40;

  private Moments() {}

  static Optional<LocalDate> date(String text) {
    return DATE.matcher(text).matches() ? parsed(() -> LocalDate.parse(text)) : Optional.empty();
  }

  /// A date, or a date and a time with a `T` or a space between; UTC unless it names an offset.
  static Optional<LocalDateTime> timestamp(String text) {
    if (!DATE.matcher(text).lookingAt() || text.length() > LONGEST) {
      return Optional.empty();
    }
    if (text.length() == "2024-05-01".length()) {
      return date(text).map(LocalDate::atStartOfDay);
    }
    var iso = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
    return parsed(() -> LocalDateTime.parse(iso))
        .or(() -> parsed(() -> LocalDateTime.ofInstant(Instant.parse(iso), ZoneOffset.UTC)))
        .map(time -> time.truncatedTo(ChronoUnit.MILLIS));
  }

  private static <T> Optional<T> parsed(Supplier<T> parsing) {
    try {
      return Optional.of(parsing.get());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
