package io.tarn.sql.parameter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A range of time in UTC, from the start (inclusive) to the end (exclusive).
public record TimeSpan(LocalDateTime start, LocalDateTime end) {
  private static final Pattern LAST =
      Pattern.compile("last (?:(\\d{1,5}) )?(minute|hour|day|week|month)s?");

  /// How a range is written, for messages.
  static final String FORM =
      "must be a range of time such as 'last 7 days', 'today', 'yesterday', 'this month', "
          + "'last month' or '2024-05-01/2024-05-08'";

  /// Reads a range as people write it. `last 7 days` ends now, `last month` is the calendar month
  /// before this one; days of an absolute range begin at midnight, and its end is exclusive.
  static Optional<TimeSpan> of(String text, Instant now) {
    var words = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    var moment = LocalDateTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    var midnight = moment.truncatedTo(ChronoUnit.DAYS);
    var firstOfMonth = midnight.withDayOfMonth(1);
    return switch (words) {
      case "today" -> Optional.of(new TimeSpan(midnight, midnight.plusDays(1)));
      case "yesterday" -> Optional.of(new TimeSpan(midnight.minusDays(1), midnight));
      case "this month" -> Optional.of(new TimeSpan(firstOfMonth, firstOfMonth.plusMonths(1)));
      case "last month" -> Optional.of(new TimeSpan(firstOfMonth.minusMonths(1), firstOfMonth));
      default -> last(words, moment).or(() -> between(text));
    };
  }

  private static Optional<TimeSpan> last(String words, LocalDateTime now) {
    var match = LAST.matcher(words);
    if (!match.matches()) {
      return Optional.empty();
    }
    var count = match.group(1) == null ? 1 : Integer.parseInt(match.group(1));
    return Optional.of(new TimeSpan(now.minus(amount(count, match.group(2))), now));
  }

  private static TemporalAmount amount(int count, String unit) {
    return switch (unit) {
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      case "day" -> Period.ofDays(count);
      case "week" -> Period.ofWeeks(count);
      default -> Period.ofMonths(count);
    };
  }

  private static Optional<TimeSpan> between(String text) {
    var slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    var start = Moments.timestamp(text.substring(0, slash).strip());
    var end = Moments.timestamp(text.substring(slash + 1).strip());
    return start.flatMap(from -> end.map(to -> new TimeSpan(from, to)));
  }
}
