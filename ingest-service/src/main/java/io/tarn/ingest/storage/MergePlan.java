package io.tarn.ingest.storage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which short partitions to join: those of a past month or year that were made for more events
/// than came.
final class MergePlan {
  private MergePlan() {}

  /// The first join to do, the longest range first; none where all is well.
  ///
  /// @param storedByDay how many events each day of event time holds
  static Optional<Merge> choose(
      Collection<TimeRange> existing, Map<LocalDate, Long> storedByDay, LocalDate today) {
    return Stream.of(PartitionGranularity.YEAR, PartitionGranularity.MONTH)
        .flatMap(grain -> candidates(grain, existing))
        .filter(merge -> !merge.whole().range().to().isAfter(settledBefore(today)))
        .filter(merge -> merge.isQuiet(storedByDay))
        .findFirst();
  }

  private static Stream<Merge> candidates(
      PartitionGranularity grain, Collection<TimeRange> existing) {
    return existing.stream()
        .map(range -> grain.around(range.from()))
        .distinct()
        .sorted(Comparator.comparing(TimeRange::from))
        .map(whole -> new PartitionPlan.Choice(grain, whole))
        .map(whole -> new Merge(whole, within(whole.range(), existing)))
        .filter(merge -> merge.parts().size() > 1);
  }

  private static List<TimeRange> within(TimeRange whole, Collection<TimeRange> existing) {
    return existing.stream()
        .filter(whole::overlaps)
        .sorted(Comparator.comparing(TimeRange::from))
        .toList();
  }

  /// Late events come within this time; what lies before hardly changes.
  private static LocalDate settledBefore(LocalDate today) {
    return today.minusDays(PartitionPlan.RECENT_DAYS);
  }

  /// Partitions to be joined to one. Ranges of a finer grain lie within those of a coarser, so
  /// what overlaps the whole is a part of it.
  record Merge(PartitionPlan.Choice whole, List<TimeRange> parts) {
    Merge {
      parts = List.copyOf(parts);
    }

    private boolean isQuiet(Map<LocalDate, Long> storedByDay) {
      long days = whole.range().to().toEpochDay() - whole.range().from().toEpochDay();
      long stored =
          storedByDay.entrySet().stream()
              .filter(day -> whole.range().contains(day.getKey()))
              .mapToLong(Map.Entry::getValue)
              .sum();
      return stored / days <= mostADay();
    }

    private long mostADay() {
      return whole.grain() == PartitionGranularity.YEAR
          ? PartitionPlan.MONTHLY_ABOVE
          : PartitionPlan.DAILY_ABOVE;
    }
  }
}
