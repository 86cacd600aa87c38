package io.tarn.ingest.record;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times of CloudTrail records: extended (`2025-01-22T22:05:56Z`) and basic
/// (`20131102T010628Z`) ISO 8601, with a fraction or an offset; without one, UTC.
public final class EventTimes {
  private static final int MAX_LENGTH = 40;
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(-?)(\\d\\d)\\2(\\d\\d)[Tt ](\\d\\d)(:?)(\\d\\d)\\6(\\d\\d)(?:[.,](\\d{1,9}))?"
              + "(?:[Zz]|([+-])(\\d\\d):?(\\d\\d))?");

  private EventTimes() {}

  /// Milliseconds since 1970, cut, not rounded; empty where the text is no time.
  public static OptionalLong epochMillis(String text) {
    if (text.length() > MAX_LENGTH) {
      return OptionalLong.empty();
    }
    var parts = FORM.matcher(text);
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
    return LocalDateTime.of(
        number(parts, 1),
        number(parts, 3),
        number(parts, 4),
        number(parts, 5),
        number(parts, 7),
        number(parts, 8),
        nanos(parts.group(9)));
  }

  private static ZoneOffset offset(Matcher parts) {
    if (parts.group(10) == null) {
      return ZoneOffset.UTC;
    }
    int sign = parts.group(10).equals("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * number(parts, 11), sign * number(parts, 12));
  }

  private static int nanos(String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
