package io.tarn.sql.parameter;

import org.jspecify.annotations.Nullable;

/// What a scheduled run is about: a range of event time, or what came in between two positions.
/// Statements name it `{{window.start}}` and `{{window.end}}`, or `{{window.startPosition}}` and
/// `{{window.endPosition}}`; starts are inclusive, ends exclusive.
///
/// @param times null where the window is one of positions
/// @param positions null where the window is one of event time
public record RunWindow(@Nullable TimeSpan times, @Nullable PositionSpan positions) {
  /// The members of `{{window}}` that are event times.
  public static final String START = "start";

  public static final String END = "end";

  /// The members of `{{window}}` that are positions.
  public static final String START_POSITION = "startPosition";

  public static final String END_POSITION = "endPosition";

  /// Positions in the stores, from the start (inclusive) to the end (exclusive).
  public record PositionSpan(long start, long end) {}

  public static RunWindow of(TimeSpan times) {
    return new RunWindow(times, null);
  }

  public static RunWindow of(PositionSpan positions) {
    return new RunWindow(null, positions);
  }
}
