package io.tarn.ingest.storage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Which partition to make for a day: the busier a store, the shorter.
///
/// A partition once made is never split, and joined only when it is past ([MergePlan]). So a longer
/// range that would overlap one that exists gives way to a shorter.
final class PartitionPlan {
  /// Events a day above which a store gets partitions of a day.
  static final long DAILY_ABOVE = 15_000;

  /// Events a day above which a store gets partitions of a month.
  static final long MONTHLY_ABOVE = 500;

  /// Only ranges that begin this recently are cut into days: old ones are read whole.
  static final int RECENT_DAYS = 45;

  private PartitionPlan() {}

  /// The partition to make for a day that none of the existing ranges contains.
  static Choice choose(
      LocalDate day, long eventsADay, LocalDate today, Collection<TimeRange> existing) {
    return grains(day, eventsADay, today).stream()
        .map(grain -> new Choice(grain, grain.around(day)))
        .filter(choice -> existing.stream().noneMatch(choice.range()::overlaps))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(day + " has a partition"));
  }

  /// A range and its grain.
  record Choice(PartitionGranularity grain, TimeRange range) {}

  private static List<PartitionGranularity> grains(
      LocalDate day, long eventsADay, LocalDate today) {
    if (eventsADay > DAILY_ABOVE && day.isAfter(today.minusDays(RECENT_DAYS))) {
      return List.of(PartitionGranularity.DAY);
    }
    return eventsADay > MONTHLY_ABOVE
        ? List.of(PartitionGranularity.MONTH, PartitionGranularity.DAY)
        : List.of(PartitionGranularity.YEAR, PartitionGranularity.MONTH, PartitionGranularity.DAY);
  }
}
