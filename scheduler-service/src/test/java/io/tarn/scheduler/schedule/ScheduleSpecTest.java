package io.tarn.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.service.problem.ProblemException.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleSpecTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

  static Stream<Arguments> crons() {
    // Half an hour of change in Lord Howe, changes at midnight in Cairo.
    var zones =
        List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "UTC");
    var crons =
        List.of(
            "0 8 * * 1-5",
            "30 2 * * *",
            "15,45 1,2 * * *",
            "*/10 2 * * *",
            "*/15 * * * *",
            "0 */2 * * *",
            "0 0 * * *",
            "30 0 * * *",
            "0 3 1,15 * *",
            "0 3 13 * 5",
            "5 0 31 * *",
            "0 12 * * 7",
            "0 1-4 * 3,10,11 0");
    return zones.stream().flatMap(zone -> crons.stream().map(cron -> Arguments.of(zone, cron)));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @MethodSource("crons")
  void firesWhenTheClockOfTheZoneSays(String zone, String cron) {
    // when
    var times =
        cron(cron, zone).timesAfter(FROM.minusNanos(1)).takeWhile(t -> t.isBefore(TO)).toList();
    // then
    assertThat(times).containsExactlyElementsOf(CronByMinutes.times(cron, zone, FROM, TO));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "@daily, 2026-01-02T00:00:00Z",
    "@midnight, 2026-01-02T00:00:00Z",
    "@hourly, 2026-01-01T01:00:00Z",
    "@weekly, 2026-01-04T00:00:00Z",
    "@monthly, 2026-02-01T00:00:00Z",
    "@yearly, 2027-01-01T00:00:00Z",
    "@Annually, 2027-01-01T00:00:00Z",
    "0 8 * * MON, 2026-01-05T08:00:00Z",
    "0 8 * JUL *, 2026-07-01T08:00:00Z",
    "0 0 29 2 *, 2028-02-29T00:00:00Z"
  })
  void readsTheOtherForms(String cron, Instant next) {
    assertThat(cron(cron, "UTC").next(FROM)).contains(next);
  }

  @Test
  void countsAnIntervalFromTheStart() {
    // given
    var start = Instant.parse("2026-01-01T10:07:00Z");
    var spec =
        new ScheduleSpec(
            null, Duration.ofHours(6), "UTC", start, start.plusSeconds(86_400), Duration.ZERO);
    // when
    var times = spec.timesAfter(FROM).toList();
    // then
    assertThat(times)
        .containsExactly(
            start, start.plusSeconds(21_600), start.plusSeconds(43_200), start.plusSeconds(64_800));
    assertThat(spec.next(start)).contains(start.plusSeconds(21_600));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "0 0 30 2 *, -, UTC, -, -, cron, never fires",
        "0 0 31 4 *, -, UTC, -, -, cron, never fires",
        "0 0 0 * * *, -, UTC, -, -, cron, must be five fields",
        "61 * * * *, -, UTC, -, -, cron, is no cron expression",
        "@reboot, -, UTC, -, -, cron, must be five fields",
        "'', -, UTC, -, -, cron, must be five fields",
        "-, -, UTC, -, -, cron, or every must be given",
        "@daily, PT1H, UTC, -, -, cron, or every must be given",
        "-, PT30S, UTC, -, -, every, must be between",
        "-, PT90.5S, UTC, -, -, every, must be whole seconds",
        "-, P1000D, UTC, -, -, every, must be between",
        "@daily, -, Europe/Berln, -, -, timeZone, is no time zone",
        "@daily, -, +02:00, -, -, timeZone, is no time zone",
        "@daily, -, UTC, 2026-05-01T00:00:00Z, 2026-04-01T00:00:00Z, end, must be after start",
        "@daily, -, UTC, -, 2025-04-01T00:00:00Z, end, is before the next time"
      })
  void refusesWhatMakesNoSenseWithItsPlace(
      String cron,
      Duration every,
      String zone,
      Instant start,
      Instant end,
      String field,
      String reason) {
    // when
    var faults = new ScheduleSpec(cron, every, zone, start, end, Duration.ZERO).faults(FROM);
    // then
    assertThat(faults).extracting(Violation::field).containsExactly(field);
    assertThat(faults.getFirst().reason()).startsWith(reason);
  }

  @Test
  void spreadsRunsOverTheJitterTheSameEachTime() {
    // given
    var spec = new ScheduleSpec("@daily", null, "UTC", null, null, Duration.ofMinutes(5));
    // when
    var delays = Stream.iterate(0L, seed -> seed + 1).limit(200).map(s -> spec.delay(s, FROM));
    // then
    assertThat(delays.distinct())
        .hasSizeGreaterThan(150)
        .allMatch(d -> !d.isNegative() && d.compareTo(spec.jitter()) < 0);
    assertThat(spec.delay(7, FROM)).isEqualTo(spec.delay(7, FROM));
  }

  private static ScheduleSpec cron(String cron, String zone) {
    return new ScheduleSpec(cron, null, zone, null, null, Duration.ZERO);
  }
}
