package io.tarn.ingest.record;

import java.time.DateTimeException;
import java.time.LocalDate;
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
  private static final String USUAL = "0000-00-00T00:00:00Z";
  private static final long SECONDS_OF_DAY = 86_400;

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
    var usual = usual(text);
    return usual.isPresent() ? usual : epochMillis(RFC_3339, text);
  }

  /// Other times of a record, some of which come in the basic form (`20131102T010628Z`) or
  /// without a zone, which is UTC then; empty where the text is no time.
  public static OptionalLong iso8601(String text) {
    var usual = usual(text);
    return usual.isPresent() ? usual : epochMillis(ISO_8601, text);
  }

  /// The time in the form that nearly all have, without the cost of a pattern; empty for all
  /// others.
  private static OptionalLong usual(String text) {
    if (text.length() != USUAL.length()) {
      return OptionalLong.empty();
    }
    for (int i = 0; i < USUAL.length(); i++) {
      char wanted = USUAL.charAt(i);
      char found = text.charAt(i);
      if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
        return OptionalLong.empty();
      }
    }
    int day = digits(text, 8);
    int month = digits(text, 5);
    boolean isPlain = month >= 1 && month <= 12 && day >= 1 && day <= 28;
    boolean isOfDay = digits(text, 11) < 24 && digits(text, 14) < 60 && digits(text, 17) < 60;
    if (!isPlain || !isOfDay) {
      return OptionalLong.empty(); // a day or second that not every month or minute has
    }
    int year = 100 * digits(text, 0) + digits(text, 2);
    long days = LocalDate.of(year, month, day).toEpochDay();
    int seconds = 3600 * digits(text, 11) + 60 * digits(text, 14) + digits(text, 17);
    return OptionalLong.of((days * SECONDS_OF_DAY + seconds) * 1000);
  }

  private static int digits(String text, int at) {
    return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
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
