package io.tarn.scheduler.run;

import io.tarn.scheduler.schedule.AlertState;
import io.tarn.scheduler.schedule.Delivery.When;
import org.jspecify.annotations.Nullable;

/// What the rows of a result say.
///
/// @param changes against the last run that succeeded; null where they are not compared, there was
///     no such run, or there are too many rows
/// @param alert null without a condition, and where there are too many rows to tell
public record Findings(@Nullable Changes changes, @Nullable AlertState alert) {
  static final Findings NONE = new Findings(null, null);

  /// How many rows there are more than in the last result, and how many of those are missing. A row
  /// that comes twice counts twice.
  public record Changes(long added, long removed) {
    boolean isAny() {
      return added > 0 || removed > 0;
    }
  }

  /// Whether this is a result for which something is to be done.
  boolean meets(When when, long rows) {
    return switch (when) {
      case ALWAYS -> true;
      case CHANGED -> isChanged();
      case ROWS -> rows > 0;
      case FIRING -> alert == AlertState.FIRING;
    };
  }

  /// Whether the result is another one than the last. What cannot be compared counts as changed.
  public boolean isChanged() {
    return changes == null || changes.isAny();
  }
}
