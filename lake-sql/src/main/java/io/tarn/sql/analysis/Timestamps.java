package io.tarn.sql.analysis;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads points in time as Lake takes them beside a timestamp: a date alone is midnight, `T` and a
/// blank both part date from time, `Z` or an offset may follow. Without one it is UTC.
final class Timestamps {
  /// More digits of a second than this are not kept by every engine.
  static final int MAX_PRECISION = 6;

  private static final Pattern FORM =
      Pattern.compile(
          "(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
              + "(?:[ T](?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})"
              + "(?::(?<second>[0-9]{1,2})(?:\\.(?<fraction>[0-9]{1,6}))?)?"
              + "\\s*(?<zone>Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?");

  private Timestamps() {}

  /// A point in time in UTC, and how many digits of its second were written.
  record PointInTime(LocalDateTime time, int precision, boolean hasZone) {}

  static Optional<PointInTime> parse(String text) {
    var matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      var fraction = Optional.ofNullable(matcher.group("fraction")).orElse("");
      var zone = Optional.ofNullable(matcher.group("zone"));
      return Optional.of(
          new PointInTime(
              local(matcher, fraction).minusSeconds(zone.map(Timestamps::offset).orElse(0)),
              fraction.length(),
              zone.isPresent()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static LocalDateTime local(Matcher matcher, String fraction) {
    return LocalDateTime.of(
        number(matcher, "year"),
        number(matcher, "month"),
        number(matcher, "day"),
        number(matcher, "hour"),
        number(matcher, "minute"),
        number(matcher, "second"),
        Integer.parseInt((fraction + "000000000").substring(0, 9)));
  }

  private static int number(Matcher matcher, String group) {
    var digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int offset(String zone) {
    return zone.equals("Z") || zone.equals("UTC") ? 0 : ZoneOffset.of(zone).getTotalSeconds();
  }
}
