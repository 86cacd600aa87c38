package io.tarn.scheduler.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The times of a cron expression by looking at every minute: written apart from the product, and
/// slow.
public final class CronByMinutes {
  private final List<Set<Integer>> fields = new ArrayList<>();
  private final boolean isOfAllHours;
  private final boolean isEitherDay;

  private CronByMinutes(String cron) {
    var texts = cron.split(" ", -1);
    int[][] ranges = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
    for (int i = 0; i < 5; i++) {
      fields.add(valuesOf(texts[i], ranges[i][0], ranges[i][1]));
    }
    if (fields.get(4).contains(7)) {
      fields.get(4).add(0);
    }
    isOfAllHours = texts[1].startsWith("*");
    isEitherDay = !texts[2].equals("*") && !texts[4].equals("*");
  }

  /// All times from `from` (inclusive) to `to` (exclusive).
  public static List<Instant> times(String cron, String zone, Instant from, Instant to) {
    return new CronByMinutes(cron).times(ZoneId.of(zone), from, to);
  }

  private List<Instant> times(ZoneId zone, Instant from, Instant to) {
    var found = new ArrayList<Instant>();
    var seen = new HashSet<LocalDateTime>();
    // Begins a day before, so that what has been seen is known.
    var begin = from.truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.DAYS);
    var expected = LocalDateTime.ofInstant(begin, zone);
    for (var time = begin; time.isBefore(to); time = time.plus(1, ChronoUnit.MINUTES)) {
      var clock = LocalDateTime.ofInstant(time, zone);
      var isDue = fires(clock) && (seen.add(clock) || isOfAllHours);
      for (var left = expected; left.isBefore(clock); left = left.plusMinutes(1)) {
        isDue |= !isOfAllHours && fires(left);
      }
      if (isDue && !time.isBefore(from)) {
        found.add(time);
      }
      expected = clock.plusMinutes(1);
    }
    return found;
  }

  private boolean fires(LocalDateTime clock) {
    var isDayOfMonth = fields.get(2).contains(clock.getDayOfMonth());
    var isDayOfWeek = fields.get(4).contains(clock.getDayOfWeek().getValue() % 7);
    return fields.get(0).contains(clock.getMinute())
        && fields.get(1).contains(clock.getHour())
        && fields.get(3).contains(clock.getMonthValue())
        && (isEitherDay ? isDayOfMonth || isDayOfWeek : isDayOfMonth && isDayOfWeek);
  }

  private static Set<Integer> valuesOf(String text, int least, int most) {
    var values = new HashSet<Integer>();
    for (var part : text.split(",", -1)) {
      var step = part.contains("/") ? Integer.parseInt(part.substring(part.indexOf('/') + 1)) : 1;
      var range = part.replaceFirst("/.*", "");
      var ends = range.equals("*") ? new String[0] : range.split("-", -1);
      var first = ends.length == 0 ? least : Integer.parseInt(ends[0]);
      var last = ends.length == 0 ? most : Integer.parseInt(ends[ends.length - 1]);
      for (int value = first; value <= last; value += step) {
        values.add(value);
      }
    }
    return values;
  }
}
