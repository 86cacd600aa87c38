package io.tarn.scheduler.schedule;

import io.tarn.service.problem.ProblemException.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a schedule runs: by cron on the clock of a time zone, or at an interval.
///
/// @param cron five fields or an @-form; null with an interval
/// @param every the interval, counted from the start or from 1970; null with cron
/// @param timeZone by its IANA name: `Europe/Berlin`
/// @param start no run is before it; null for no bound
/// @param end no run is at or after it; null for no bound
/// @param jitter how much later than due a run may begin, by chance, so that not all begin at once
public record ScheduleSpec(
    @Nullable String cron,
    @Nullable Duration every,
    String timeZone,
    @Nullable Instant start,
    @Nullable Instant end,
    Duration jitter) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration MOST_JITTER = Duration.ofHours(1);

  /// No offsets such as +02:00: they know no changes of the clock, and are not what people mean.
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  /// A spec whose rules are known to hold, ready to be asked for its times.
  private record Times(@Nullable CronExpression cron, ZoneId zone) {}

  /// What is wrong with it, each with its place in the spec: `cron`, `timeZone`.
  ///
  /// @param now by which a spec without any further run is known
  public List<Violation> faults(Instant now) {
    var faults = new ArrayList<Violation>();
    faultOfCron().ifPresent(faults::add);
    faultOfEvery().ifPresent(faults::add);
    if (zone().isEmpty()) {
      faults.add(
          new Violation("timeZone", "is no time zone by its IANA name, such as Europe/Berlin"));
    }
    if (start != null && end != null && !end.isAfter(start)) {
      faults.add(new Violation("end", "must be after start"));
    }
    if (jitter.isNegative() || jitter.compareTo(MOST_JITTER) > 0) {
      faults.add(new Violation("jitter", "must be between PT0S and " + MOST_JITTER));
    }
    if (faults.isEmpty() && next(now).isEmpty()) {
      faults.add(
          end == null
              ? new Violation("cron", "never fires")
              : new Violation("end", "is before the next time"));
    }
    return List.copyOf(faults);
  }

  private Optional<Violation> faultOfCron() {
    if ((cron == null) == (every == null)) {
      return Optional.of(new Violation("cron", "or every must be given, and not both"));
    }
    if (cron == null) {
      return Optional.empty();
    }
    try {
      CronExpression.of(cron);
      return Optional.empty();
    } catch (IllegalArgumentException fault) {
      return Optional.of(new Violation("cron", String.valueOf(fault.getMessage())));
    }
  }

  private Optional<Violation> faultOfEvery() {
    if (every == null) {
      return Optional.empty();
    }
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      return Optional.of(
          new Violation("every", "must be between %s and %s".formatted(SHORTEST, LONGEST)));
    }
    return every.toNanosPart() == 0
        ? Optional.empty()
        : Optional.of(new Violation("every", "must be whole seconds"));
  }

  private Optional<ZoneId> zone() {
    return ZONES.contains(timeZone) ? Optional.of(ZoneId.of(timeZone)) : Optional.empty();
  }

  /// The first time after the given one.
  ///
  /// @throws IllegalArgumentException if the spec has faults
  public Optional<Instant> next(Instant after) {
    return next(after, times());
  }

  /// The same times without a first and a last one.
  public ScheduleSpec always() {
    var anchor =
        every == null || start == null
            ? null
            : Instant.ofEpochMilli(Math.floorMod(start.toEpochMilli(), every.toMillis()));
    return new ScheduleSpec(cron, every, timeZone, anchor, null, jitter);
  }

  /// The times after the given one, in their order, without end where the spec has none.
  public Stream<Instant> timesAfter(Instant after) {
    var times = times();
    return Stream.iterate(
            next(after, times), Optional::isPresent, last -> next(last.orElseThrow(), times))
        .map(Optional::orElseThrow);
  }

  private Times times() {
    var zone = zone().orElseThrow(() -> new IllegalArgumentException("time zone " + timeZone));
    return new Times(cron == null ? null : CronExpression.of(cron), zone);
  }

  private Optional<Instant> next(Instant after, Times times) {
    var earliest = start != null && start.isAfter(after) ? start.minusNanos(1) : after;
    var next =
        times.cron() == null
            ? Optional.of(nextInterval(earliest))
            : times.cron().next(earliest, times.zone());
    return next.filter(time -> end == null || time.isBefore(end));
  }

  private Instant nextInterval(Instant after) {
    if (every == null) {
      throw new IllegalArgumentException("a spec without cron and interval");
    }
    var first = start == null ? Instant.EPOCH : start;
    // Seconds of a duration are rounded down, also before the first time.
    var passed = Math.floorDiv(Duration.between(first, after).toSeconds(), every.toSeconds());
    return first.plus(every.multipliedBy(passed + 1));
  }

  /// How much later than due a run begins: the same each time that it is asked, and spread over
  /// the jitter.
  public Duration delay(long seed, Instant due) {
    if (jitter.isZero()) {
      return Duration.ZERO;
    }
    var mixed = new SplittableRandom(seed ^ due.getEpochSecond()).nextLong();
    return Duration.ofMillis(Math.floorMod(mixed, jitter.toMillis()));
  }
}
