package io.tarn.sql.analysis;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads points in time: as Lake takes them beside a timestamp, and as Trino's literals write them.
final class Timestamps {
  /// More digits of a second than this are not kept by every engine.
  static final int MAX_PRECISION = 6;

  private static final String DATE_AND_TIME =
      "(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
          + "(?:[ T](?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})"
          + "(?::(?<second>[0-9]{1,2})(?:\\.(?<fraction>[0-9]{1,6}))?)?";

  private static final Pattern LAKE =
      Pattern.compile(DATE_AND_TIME + "\\s*(?<zone>Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?");

  private static final Pattern LITERAL =
      Pattern.compile(
          DATE_AND_TIME + ")?(?:\\s*(?<zone>[+-][0-9]{2}:[0-9]{2}|Z|[A-Za-z][\\w/+-]*))?");

  private static final Pattern TIME =
      Pattern.compile(
          "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})"
              + "(?::(?<second>[0-9]{1,2})(?:\\.(?<fraction>[0-9]{1,6}))?)?");

  private Timestamps() {}

  /// A point in time in UTC, and how many digits of its second were written.
  ///
  /// @param zone as Trino prints it, of a literal that has one
  record PointInTime(LocalDateTime time, int precision, Optional<String> zone) {}

  /// A time of day, and how many digits of its second were written.
  record TimeOfDay(LocalTime time, int precision) {}

  /// A text beside a timestamp (Lake §3.4): a date alone is midnight, `T` and a blank both part
  /// date from time, `Z` or an offset may follow. Without one it is UTC.
  static Optional<PointInTime> parse(String text) {
    return parse(LAKE, text);
  }

  /// The text of a literal of Trino.
  static Optional<PointInTime> literal(String text) {
    return parse(LITERAL, text);
  }

  static Optional<LocalDate> date(String text) {
    return parse(LITERAL, text)
        .filter(point -> point.zone().isEmpty() && !text.contains(":"))
        .map(point -> point.time().toLocalDate());
  }

  static Optional<TimeOfDay> time(String text) {
    var matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var fraction = fraction(matcher);
    try {
      return Optional.of(
          new TimeOfDay(
              LocalTime.of(
                  number(matcher, "hour"),
                  number(matcher, "minute"),
                  number(matcher, "second"),
                  nanos(fraction)),
              fraction.length()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<PointInTime> parse(Pattern form, String text) {
    var matcher = form.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      var fraction = fraction(matcher);
      var zone = Optional.ofNullable(matcher.group("zone"));
      var local = local(matcher, fraction);
      return Optional.of(
          new PointInTime(
              zone.map(name -> utc(local, name)).orElse(local),
              fraction.length(),
              zone.map(name -> name.equals("Z") ? "UTC" : name)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static LocalDateTime utc(LocalDateTime local, String zone) {
    return local.atZone(ZoneId.of(zone)).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  private static LocalDateTime local(Matcher matcher, String fraction) {
    return LocalDateTime.of(
        number(matcher, "year"),
        number(matcher, "month"),
        number(matcher, "day"),
        number(matcher, "hour"),
        number(matcher, "minute"),
        number(matcher, "second"),
        nanos(fraction));
  }

  private static String fraction(Matcher matcher) {
    return Optional.ofNullable(matcher.group("fraction")).orElse("");
  }

  private static int nanos(String fraction) {
    return Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  private static int number(Matcher matcher, String group) {
    var digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
