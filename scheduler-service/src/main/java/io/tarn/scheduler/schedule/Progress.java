package io.tarn.scheduler.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a schedule has come.
///
/// @param nextDueAt the first time that no run was made for yet; null if there is none
/// @param covered where the next window begins
/// @param failures how many runs have failed since the last one that succeeded
/// @param lastSuccess the last run that succeeded; null before there is one
/// @param alert what its alert condition said last; null before, and without a condition
public record Progress(
    @Nullable Instant nextDueAt,
    Covered covered,
    int failures,
    @Nullable UUID lastSuccess,
    @Nullable AlertState alert) {
  public static Progress from(@Nullable Instant nextDueAt, Covered covered) {
    return new Progress(nextDueAt, covered, 0, null, null);
  }

  Progress goingOnAt(@Nullable Instant next) {
    return new Progress(next, covered, failures, lastSuccess, alert);
  }

  Progress withFailures(int count) {
    return new Progress(nextDueAt, covered, count, lastSuccess, alert);
  }

  Progress coveredFrom(Covered begin) {
    return new Progress(nextDueAt, begin, failures, lastSuccess, alert);
  }

  Progress afterSuccess(UUID run, Covered end, @Nullable AlertState state) {
    return new Progress(nextDueAt, covered.orLater(end), 0, run, state == null ? alert : state);
  }
}
