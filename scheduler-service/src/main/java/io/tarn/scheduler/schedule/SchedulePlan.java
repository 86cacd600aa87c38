package io.tarn.scheduler.schedule;

import org.jspecify.annotations.Nullable;

/// What people say of a schedule.
///
/// @param window null for runs without a window
public record SchedulePlan(
    String name,
    ScheduledQuery query,
    ScheduleSpec spec,
    SchedulePolicies policies,
    @Nullable WindowPlan window,
    OutputPlan output) {}
