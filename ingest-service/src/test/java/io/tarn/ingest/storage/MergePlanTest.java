package io.tarn.ingest.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergePlanTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final LocalDate AUGUST = LocalDate.parse("2026-08-01");

  @Test
  void joinsTheDaysOfAPastMonthThatWereNotBusy() {
    var merge = MergePlan.choose(days(AUGUST, 20), Map.of(AUGUST, 400_000L), TODAY);

    assertThat(merge)
        .get()
        .satisfies(
            found -> {
              assertThat(found.whole()).isEqualTo(month(AUGUST));
              assertThat(found.parts()).hasSize(20).startsWith(day(AUGUST));
            });
  }

  @Test
  void leavesBusyDaysApart() {
    assertThat(MergePlan.choose(days(AUGUST, 20), Map.of(AUGUST, 500_000L), TODAY)).isEmpty();
  }

  @Test
  void leavesRecentDaysApart() {
    var october = LocalDate.parse("2026-10-01");

    assertThat(MergePlan.choose(days(october, 20), Map.of(), TODAY)).isEmpty();
  }

  @Test
  void joinsMonthsAndDaysOfAQuietYear() {
    var spring = LocalDate.parse("2025-04-01");
    var parts = Stream.concat(days(spring, 3).stream(), Stream.of(month("2025-05-01").range()));

    var merge = MergePlan.choose(parts.toList(), Map.of(spring, 9_000L), TODAY);

    assertThat(merge)
        .get()
        .satisfies(
            found -> {
              assertThat(found.whole().range()).isEqualTo(PartitionGranularity.YEAR.around(spring));
              assertThat(found.parts()).hasSize(4);
            });
  }

  @Test
  void hasNothingToDoForOnePartition() {
    var existing = List.of(month("2025-05-01").range());

    assertThat(MergePlan.choose(existing, Map.of(), TODAY)).isEmpty();
  }

  private static List<TimeRange> days(LocalDate first, int count) {
    return IntStream.range(0, count).mapToObj(first::plusDays).map(MergePlanTest::day).toList();
  }

  private static TimeRange day(LocalDate day) {
    return PartitionGranularity.DAY.around(day);
  }

  private static PartitionPlan.Choice month(String day) {
    return month(LocalDate.parse(day));
  }

  private static PartitionPlan.Choice month(LocalDate day) {
    return new PartitionPlan.Choice(
        PartitionGranularity.MONTH, PartitionGranularity.MONTH.around(day));
  }
}
