package io.tarn.scheduler.schedule;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A schedule of a tenant.
///
/// @param version counts its changes
/// @param owner in whose name it runs: whoever said last what it is
/// @param pause why it is paused; null unless it is
public record Schedule(
    TenantId tenant,
    UUID id,
    int version,
    SchedulePlan plan,
    Actor owner,
    ScheduleState state,
    @Nullable Pause pause,
    Progress progress,
    Instant createdAt,
    Instant changedAt) {

  /// Why and since when a schedule is paused.
  ///
  /// @param reason a word that clients can branch on
  /// @param detail for people
  public record Pause(String reason, @Nullable String detail, Instant at) {
    public static final String REQUESTED = "requested";
    public static final String FAILURES = "failures";
  }

  /// The same schedule, with another time to go on from; null ends an active one.
  public Schedule goingOnAt(@Nullable Instant next) {
    var isOver = next == null && state == ScheduleState.ACTIVE;
    return with(isOver ? ScheduleState.ENDED : state, pause, progress.goingOnAt(next));
  }

  /// The same schedule, after a run that succeeded.
  ///
  /// @param end where its window ends
  /// @param alert what the alert condition says; null without one
  public Schedule afterSuccess(UUID run, Covered end, @Nullable AlertState alert) {
    return with(state, pause, progress.afterSuccess(run, end, alert));
  }

  /// The same schedule after a run that failed; it pauses where that was one too many.
  public Schedule afterFailure(Instant now) {
    var most = plan.policies().pauseAfterFailures();
    var count = progress.failures() + 1;
    var failed = with(state, pause, progress.withFailures(count));
    return most > 0 && count >= most
        ? failed.paused(new Pause(Pause.FAILURES, count + " runs in a row failed.", now))
        : failed;
  }

  /// The same schedule, paused; one that is not active stays as it is.
  public Schedule paused(Pause why) {
    return state == ScheduleState.ACTIVE ? with(ScheduleState.PAUSED, why, progress) : this;
  }

  /// The same schedule, active from now on: what was due meanwhile is not made up for.
  public Schedule resumed(Instant now) {
    return state == ScheduleState.PAUSED
        ? with(ScheduleState.ACTIVE, null, progress.withFailures(0))
            .goingOnAt(plan.spec().next(now).orElse(null))
        : this;
  }

  private Schedule with(ScheduleState newState, @Nullable Pause newPause, Progress newProgress) {
    return new Schedule(
        tenant, id, version, plan, owner, newState, newPause, newProgress, createdAt, changedAt);
  }
}
