package io.tarn.ingest.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionPlanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 15001, DAY, 2026-11-23, 2026-11-24",
    "2026-11-23, 15000, MONTH, 2026-11-01, 2026-12-01",
    "2026-11-23, 501, MONTH, 2026-11-01, 2026-12-01",
    "2026-11-23, 500, YEAR, 2026-01-01, 2027-01-01",
    "2019-06-30, 90000, MONTH, 2019-06-01, 2019-07-01",
    "2013-12-31, 0, YEAR, 2013-01-01, 2014-01-01"
  })
  void choosesTheLengthByTheRate(
      LocalDate day, long rate, PartitionGranularity grain, LocalDate from, LocalDate to) {
    assertThat(PartitionPlan.choose(day, rate, TODAY, List.of()))
        .isEqualTo(new PartitionPlan.Choice(grain, new TimeRange(from, to)));
  }

  @Test
  void givesWayToWhatExists() {
    // given
    var march = PartitionGranularity.MONTH.around(LocalDate.of(2026, 3, 1));
    var eighth = PartitionGranularity.DAY.around(LocalDate.of(2026, 5, 8));

    // when
    var june = PartitionPlan.choose(LocalDate.of(2026, 6, 2), 0, TODAY, List.of(march));
    var ninth = PartitionPlan.choose(LocalDate.of(2026, 5, 9), 0, TODAY, List.of(march, eighth));

    // then
    assertThat(june.grain()).isEqualTo(PartitionGranularity.MONTH);
    assertThat(ninth.range()).isEqualTo(PartitionGranularity.DAY.around(LocalDate.of(2026, 5, 9)));
  }

  @Test
  void refusesADayThatHasAPartition() {
    assertThatThrownBy(
            () ->
                PartitionPlan.choose(
                    TODAY, 0, TODAY, List.of(PartitionGranularity.YEAR.around(TODAY))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverMakesRangesThatOverlap() {
    // given
    var random = new Random(42);
    var ranges = new ArrayList<TimeRange>();

    // when
    for (int i = 0; i < 2000; i++) {
      var day = TODAY.minusDays(random.nextInt(1500));
      if (ranges.stream().noneMatch(range -> range.contains(day))) {
        ranges.add(PartitionPlan.choose(day, random.nextLong(30_000), TODAY, ranges).range());
      }
    }

    // then
    assertThat(ranges)
        .allSatisfy(
            range -> assertThat(ranges.stream().filter(range::overlaps)).containsExactly(range));
  }
}
