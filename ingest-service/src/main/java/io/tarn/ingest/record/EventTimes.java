package io.tarn.ingest.record;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times of CloudTrail records, as milliseconds since 1970: cut, not rounded.
///
/// A leap second (`23:59:60`) counts as the second before it.
public final class EventTimes {
  private static final int MAX_LENGTH = 40;

  /// RFC 3339 §5.6: year, month, day, hour, minute, second, fraction, then the zone.
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?"
              + "(?:[Zz]|([+-])(\\d\\d):(\\d\\d))");

  /// The same parts in the extended and the basic form of ISO 8601, with or without a zone.
  private static final Pattern ISO_8601 =
      Pattern.compile(
          "(?=\\d{4}-\\d\\d-|\\d{8})(\\d{4})-?(\\d\\d)-?(\\d\\d)[Tt ]"
              + "(?=\\d\\d:\\d\\d:|\\d{6})(\\d\\d):?(\\d\\d):?(\\d\\d)(?:[.,](\\d+))?"
              + "(?:[Zz]|([+-])(\\d\\d):?(\\d\\d))?");

  private EventTimes() {}

  /// The time of an event, which has to tell its zone (`2025-01-22T22:05:56Z`); empty where the
  /// text is no such time.
  public static OptionalLong rfc3339(String text) {
    return epochMillis(RFC_3339, text);
  }

  /// Other times of a record, some of which come in the basic form (`20131102T010628Z`) or without
  /// a zone, which is UTC then; empty where the text is no time.
  public static OptionalLong iso8601(String text) {
    return epochMillis(ISO_8601, text);
  }

  private static OptionalLong epochMillis(Pattern form, String text) {
    if (text.length() > MAX_LENGTH) {
      return OptionalLong.empty();
    }
    var parts = form.matcher(text);
    if (!parts.matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(local(parts).toInstant(offset(parts)).toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static LocalDateTime local(Matcher parts) {
    int second = number(parts, 6);
    boolean isLeap = second == 60 && number(parts, 5) == 59;
    return LocalDateTime.of(
        number(parts, 1),
        number(parts, 2),
        number(parts, 3),
        number(parts, 4),
        number(parts, 5),
        isLeap ? 59 : second,
        nanos(parts.group(7)));
  }

  private static ZoneOffset offset(Matcher parts) {
    if (parts.group(8) == null) {
      return ZoneOffset.UTC;
    }
    int sign = parts.group(8).equals("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * number(parts, 9), sign * number(parts, 10));
  }

  private static int nanos(String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
