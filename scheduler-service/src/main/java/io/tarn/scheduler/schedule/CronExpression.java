package io.tarn.scheduler.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Five fields of cron (minute, hour, day of month, month, day of week), or an @-form such as
/// `@daily`, on the clock of a time zone.
///
/// Where that clock is changed, an expression that names hours runs once for each time that it
/// names: a time that is left out runs at the change, one that comes twice runs the first time. An
/// expression for all hours (`*` or `*/n`) follows the clock instead: it runs in both of the hours
/// that come twice, and has nothing to make up for.
final class CronExpression {
  private static final Map<String, String> FORMS =
      Map.of(
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *",
          "@monthly", "0 0 1 * *",
          "@weekly", "0 0 * * 0",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@hourly", "0 * * * *");

  /// A day that any calendar with leap years has had all of its days after.
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final int LONGEST = 200;

  private final ExecutionTime times;
  private final boolean isOfAllHours;

  private CronExpression(ExecutionTime times, boolean isOfAllHours) {
    this.times = times;
    this.isOfAllHours = isOfAllHours;
  }

  /// Reads an expression.
  ///
  /// @throws IllegalArgumentException saying what is wrong: it goes on after the field's name
  static CronExpression of(String text) {
    var words = text.strip().toLowerCase(Locale.ROOT);
    var fields = FORMS.getOrDefault(words, words);
    var parts = fields.split("\\s+", -1);
    if (text.length() > LONGEST || parts.length != 5) {
      throw new IllegalArgumentException(
          "must be five fields (minute, hour, day of month, month, day of week) or one of"
              + " @hourly, @daily, @weekly, @monthly, @yearly");
    }
    var expression = new CronExpression(timesOf(fields), parts[1].startsWith("*"));
    if (expression.nextOnClock(LONG_AGO) == null) {
      throw new IllegalArgumentException("never fires");
    }
    return expression;
  }

  private static ExecutionTime timesOf(String fields) {
    try {
      // The definition keeps state while it parses, so each expression has its own.
      var definition = CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX);
      return ExecutionTime.forCron(new CronParser(definition).parse(fields).validate());
    } catch (IllegalArgumentException fault) {
      throw new IllegalArgumentException("is no cron expression: " + fault.getMessage(), fault);
    }
  }

  /// The first time after the given one; empty where there is none within the library's sight.
  Optional<Instant> next(Instant after, ZoneId zone) {
    return isOfAllHours ? nextByClock(after, zone) : nextOfNamedTimes(after, zone);
  }

  /// Looks through the stretches between changes of the clock, each of which has one offset.
  private Optional<Instant> nextByClock(Instant after, ZoneId zone) {
    var rules = zone.getRules();
    var from = after;
    var offset = rules.getOffset(after);
    var clock = LocalDateTime.ofInstant(after, offset);
    while (true) {
      var next = nextOnClock(clock);
      if (next == null) {
        return Optional.empty();
      }
      var candidate = next.toInstant(offset);
      var change = rules.nextTransition(from);
      if (change == null || candidate.isBefore(change.getInstant())) {
        return Optional.of(candidate);
      }
      from = change.getInstant();
      offset = change.getOffsetAfter();
      // The change itself is a time of the new stretch.
      clock = change.getDateTimeAfter().minus(1, ChronoUnit.NANOS);
    }
  }

  private Optional<Instant> nextOfNamedTimes(Instant after, ZoneId zone) {
    var clock = LocalDateTime.ofInstant(after, zone);
    while (true) {
      var next = nextOnClock(clock);
      if (next == null) {
        return Optional.empty();
      }
      var candidate = firstMoment(next, zone);
      if (candidate.isAfter(after)) {
        return Optional.of(candidate);
      }
      clock = next;
    }
  }

  private static Instant firstMoment(LocalDateTime clock, ZoneId zone) {
    var change = zone.getRules().getTransition(clock);
    return change != null && change.isGap()
        ? change.getInstant()
        : clock.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /// The library sees a clock that is never changed.
  private @Nullable LocalDateTime nextOnClock(LocalDateTime after) {
    return times
        .nextExecution(after.atZone(ZoneOffset.UTC))
        .map(time -> time.toLocalDateTime())
        .orElse(null);
  }
}
