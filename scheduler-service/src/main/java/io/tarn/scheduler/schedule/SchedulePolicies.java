package io.tarn.scheduler.schedule;

import java.time.Duration;

/// How a schedule deals with what does not go as planned.
///
/// @param overlap what happens when a run is due while another one has not ended
/// @param catchUpWindow how far back runs that were missed are made up for
/// @param pauseAfterFailures after how many failed runs in a row the schedule pauses; 0 is never
public record SchedulePolicies(
    OverlapPolicy overlap, Duration catchUpWindow, int pauseAfterFailures) {}
