package io.tarn.demo.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Parameters of a demonstration. The same request generates the same bytes.
///
/// @param events exact number of events
/// @param from the first second, inclusive
/// @param to the last second, exclusive
/// @param window time covered by one digest; CloudTrail itself creates one per hour
public record DemoRequest(long events, long seed, Instant from, Instant to, Duration window) {
  public static final Duration HOURLY = Duration.ofHours(1);
  public static final Duration DAILY = Duration.ofDays(1);

  public DemoRequest {
    from = from.truncatedTo(ChronoUnit.SECONDS);
    to = to.truncatedTo(ChronoUnit.SECONDS);
    if (events < 0) {
      throw new IllegalArgumentException("A number of events is not negative: " + events);
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("The time from %s to %s is empty.".formatted(from, to));
    }
    if (window.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("A digest reaches over a minute at least: " + window);
    }
  }
}
