package io.tarn.scheduler.run;

import io.tarn.scheduler.schedule.Covered;
import java.time.Instant;

/// What a run is about, from the start (inclusive) to the end (exclusive).
public sealed interface RunWindow {
  boolean isEmpty();

  /// Where the next window begins.
  Covered covered();

  /// A range of event time.
  record EventTime(Instant start, Instant end) implements RunWindow {
    @Override
    public boolean isEmpty() {
      return !end.isAfter(start);
    }

    @Override
    public Covered covered() {
      return Covered.until(end);
    }
  }

  /// What came in between two positions.
  record Arrival(long startPosition, long endPosition) implements RunWindow {
    @Override
    public boolean isEmpty() {
      return endPosition <= startPosition;
    }

    @Override
    public Covered covered() {
      return Covered.upTo(endPosition);
    }
  }
}
