package io.tarn.oracle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// The times of records, cut to milliseconds.
final class IsoTime {
  private static final DateTimeFormatter BASIC =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMdd'T'HHmmss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  private IsoTime() {}

  /// A time that tells its zone, in the extended form: `2025-01-22T22:05:56Z`.
  static Optional<Instant> extended(String text) {
    return parsed(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /// A time in the extended or the basic form (`20131102T010628Z`); UTC where it tells no zone.
  static Optional<Instant> any(String text) {
    return extended(text).or(() -> parsed(text, BASIC)).or(() -> withoutZone(text));
  }

  private static Optional<Instant> parsed(String text, DateTimeFormatter form) {
    try {
      return Optional.of(cut(OffsetDateTime.parse(text, form).toInstant()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> withoutZone(String text) {
    try {
      return Optional.of(
          cut(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant cut(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
