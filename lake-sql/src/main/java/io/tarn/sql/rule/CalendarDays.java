package io.tarn.sql.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/// Days written as the number `yyyymmdd`.
final class CalendarDays {
  private CalendarDays() {}

  /// The day; empty where the number is none.
  static Optional<LocalDate> of(long number) {
    if (number < 1_01_01 || number > 9999_12_31) {
      return Optional.empty();
    }
    try {
      var year = (int) (number / 10_000);
      return Optional.of(LocalDate.of(year, (int) (number / 100 % 100), (int) (number % 100)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static LocalDateTime begin(LocalDate day) {
    return day.atStartOfDay();
  }

  /// The last millisecond: event times have no finer parts.
  static LocalDateTime end(LocalDate day) {
    return day.plusDays(1).atStartOfDay().minus(Duration.ofMillis(1));
  }
}
