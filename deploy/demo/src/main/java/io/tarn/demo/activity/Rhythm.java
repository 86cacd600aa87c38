package io.tarn.demo.activity;

/// How much happens at which hour: machines always alike, people on weekdays by day. All hours
/// are UTC.
final class Rhythm {
  static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;
  private static final int MACHINES = 12;
  private static final int[] PEOPLE = {
    0, 0, 0, 0, 0, 1, 2, 5, 9, 12, 12, 10, 8, 11, 12, 11, 9, 5, 3, 2, 1, 1, 0, 0
  };

  private Rhythm() {}

  /// The activity of a span of time, in units that only compare.
  static long weight(long from, long to) {
    var weight = 0L;
    for (var at = from; at < to; at = Math.min(to, nextHour(at))) {
      weight += (Math.min(to, nextHour(at)) - at) * (MACHINES + people(at));
    }
    return weight;
  }

  /// A second of the span, more likely when more happens.
  static long second(long from, long to, Dice dice) {
    var wanted = dice.between(0, weight(from, to));
    for (var at = from; at < to; at = Math.min(to, nextHour(at))) {
      var perSecond = MACHINES + people(at);
      var here = (Math.min(to, nextHour(at)) - at) * perSecond;
      if (wanted < here) {
        return at + wanted / perSecond;
      }
      wanted -= here;
    }
    return from;
  }

  /// How likely it is at that second that a person acts and not a machine, in percent.
  static int peoplePercent(long second) {
    var people = people(second);
    return Math.max(1, 100 * people / (people + 4 * MACHINES));
  }

  private static int people(long second) {
    var day = Math.floorMod(Math.floorDiv(second, DAY) + 3, 7);
    var hour = PEOPLE[Math.floorMod(Math.floorDiv(second, HOUR), 24)];
    return day < 5 ? hour : hour / 8;
  }

  private static long nextHour(long at) {
    return Math.floorDiv(at, HOUR) * HOUR + HOUR;
  }
}
