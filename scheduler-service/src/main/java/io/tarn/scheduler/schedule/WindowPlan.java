package io.tarn.scheduler.schedule;

import java.time.Duration;

/// Which events the runs of a schedule are about. Windows join: each begins where that of the last
/// run that succeeded ends.
public sealed interface WindowPlan {
  /// A range of event time.
  ///
  /// @param settling how long events are waited for: the window of a run ends that long before the
  ///     run is due
  record EventTime(Duration settling) implements WindowPlan {}

  /// What came in since, however late; the bounds are positions in the stores.
  record Arrival() implements WindowPlan {}
}
