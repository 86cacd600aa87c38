package io.tarn.ingest.storage;

import java.time.LocalDate;

/// Days in UTC from one on, up to and without another.
public record TimeRange(LocalDate from, LocalDate to) {
  public TimeRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a range ends after its start");
    }
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  boolean overlaps(TimeRange other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
