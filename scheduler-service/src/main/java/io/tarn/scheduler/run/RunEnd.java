package io.tarn.scheduler.run;

import io.tarn.scheduler.schedule.Schedule;

/// The end of a run, and what it meant for its schedule.
///
/// @param before the schedule as it was until then
/// @param after the schedule as it is from then on
/// @param run as it has ended
/// @param isAfterFailure whether the run of the schedule that ended before this one has failed
public record RunEnd(Schedule before, Schedule after, Run run, boolean isAfterFailure) {}
