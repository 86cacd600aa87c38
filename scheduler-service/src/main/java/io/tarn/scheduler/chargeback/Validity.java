package io.tarn.scheduler.chargeback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days on which something is valid, UTC.
///
/// @param from the first day; null is from ever
/// @param to the day after the last one; null is for ever
record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {
  boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }

  boolean overlaps(Validity other) {
    return isBefore(from, other.to) && isBefore(other.from, to);
  }

  /// Whether there is no day in it.
  boolean isEmpty() {
    return !isBefore(from, to);
  }

  private static boolean isBefore(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from == null || to == null || from.isBefore(to);
  }
}
