package io.tarn.scheduler.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the next window of a schedule begins.
///
/// @param until in event time; null where windows are not of event time
/// @param position in what came in; null where windows are not of that
public record Covered(@Nullable Instant until, @Nullable Long position) {
  public static final Covered NOTHING = new Covered(null, null);

  public static Covered until(Instant time) {
    return new Covered(time, null);
  }

  public static Covered upTo(long position) {
    return new Covered(null, position);
  }

  /// The later one of both, each kind apart.
  Covered orLater(Covered other) {
    return new Covered(later(until, other.until), later(position, other.position));
  }

  private static <T extends Comparable<T>> @Nullable T later(@Nullable T one, @Nullable T other) {
    return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
  }
}
