package io.tarn.ingest.storage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// How much time one partition holds.
enum PartitionGranularity {
  DAY("uuuuMMdd") {
    @Override
    TimeRange around(LocalDate day) {
      return new TimeRange(day, day.plusDays(1));
    }
  },
  MONTH("uuuuMM") {
    @Override
    TimeRange around(LocalDate day) {
      var first = day.withDayOfMonth(1);
      return new TimeRange(first, first.plusMonths(1));
    }
  },
  YEAR("uuuu") {
    @Override
    TimeRange around(LocalDate day) {
      var first = day.withDayOfYear(1);
      return new TimeRange(first, first.plusYears(1));
    }
  };

  private final DateTimeFormatter suffix;

  PartitionGranularity(String suffix) {
    this.suffix = DateTimeFormatter.ofPattern(suffix);
  }

  /// The range of this size that holds the day. Ranges of one grain never overlap, and those of a
  /// finer one lie within those of a coarser.
  abstract TimeRange around(LocalDate day);

  /// The end of a partition's name.
  String suffix(TimeRange range) {
    return suffix.format(range.from());
  }
}
