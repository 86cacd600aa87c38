package io.tarn.scheduler.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What people say of a schedule.
///
/// @param settling how long events are waited for: the window of a run ends that long before the
///     run is due; null for runs without a window
public record SchedulePlan(
    String name,
    ScheduledQuery query,
    ScheduleSpec spec,
    SchedulePolicies policies,
    @Nullable Duration settling) {}
