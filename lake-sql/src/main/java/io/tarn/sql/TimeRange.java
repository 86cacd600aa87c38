package io.tarn.sql;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// The event times a statement can touch, in UTC; both ends belong to it, an absent end is open.
public record TimeRange(Optional<LocalDateTime> from, Optional<LocalDateTime> to) {
  public static final TimeRange ALL = new TimeRange(Optional.empty(), Optional.empty());

  public static TimeRange from(LocalDateTime from) {
    return new TimeRange(Optional.of(from), Optional.empty());
  }

  public static TimeRange to(LocalDateTime to) {
    return new TimeRange(Optional.empty(), Optional.of(to));
  }

  /// The times that are in both.
  public TimeRange and(TimeRange other) {
    return new TimeRange(
        reduce(from, other.from, BinaryOperator.maxBy(LocalDateTime::compareTo)),
        reduce(to, other.to, BinaryOperator.minBy(LocalDateTime::compareTo)));
  }

  /// From the least to the greatest time of both.
  public TimeRange hull(TimeRange other) {
    return new TimeRange(
        from.flatMap(one -> other.from.map(two -> one.isBefore(two) ? one : two)),
        to.flatMap(one -> other.to.map(two -> one.isAfter(two) ? one : two)));
  }

  private static Optional<LocalDateTime> reduce(
      Optional<LocalDateTime> one,
      Optional<LocalDateTime> other,
      BinaryOperator<LocalDateTime> choice) {
    return Stream.concat(one.stream(), other.stream()).reduce(choice);
  }
}
