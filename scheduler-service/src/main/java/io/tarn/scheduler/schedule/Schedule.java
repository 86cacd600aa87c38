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
/// @param nextDueAt the first time that no run was made for yet; null if there is none
/// @param coveredUntil where the next window begins; null for runs without a window
/// @param failures how many runs have failed since the last one that succeeded
public record Schedule(
    TenantId tenant,
    UUID id,
    int version,
    SchedulePlan plan,
    Actor owner,
    ScheduleState state,
    @Nullable Pause pause,
    @Nullable Instant nextDueAt,
    @Nullable Instant coveredUntil,
    int failures,
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

  /// The same schedule, with another time to go on from.
  public Schedule goingOnAt(@Nullable Instant next) {
    return new Schedule(
        tenant,
        id,
        version,
        plan,
        owner,
        next == null && state == ScheduleState.ACTIVE ? ScheduleState.ENDED : state,
        pause,
        next,
        coveredUntil,
        failures,
        createdAt,
        changedAt);
  }

  /// The same schedule, after a run that succeeded.
  ///
  /// @param covered the end of its window; null for a run without one
  public Schedule afterSuccess(@Nullable Instant covered) {
    var isLater = covered != null && (coveredUntil == null || covered.isAfter(coveredUntil));
    return new Schedule(
        tenant,
        id,
        version,
        plan,
        owner,
        state,
        pause,
        nextDueAt,
        isLater ? covered : coveredUntil,
        0,
        createdAt,
        changedAt);
  }

  /// The same schedule after a run that failed; it pauses where that was one too many.
  public Schedule afterFailure(Instant now) {
    var most = plan.policies().pauseAfterFailures();
    var failed =
        new Schedule(
            tenant,
            id,
            version,
            plan,
            owner,
            state,
            pause,
            nextDueAt,
            coveredUntil,
            failures + 1,
            createdAt,
            changedAt);
    return most > 0 && failed.failures() >= most
        ? failed.paused(new Pause(Pause.FAILURES, failures + 1 + " runs in a row failed.", now))
        : failed;
  }

  /// The same schedule, paused; one that is not active stays as it is.
  public Schedule paused(Pause why) {
    return state == ScheduleState.ACTIVE
        ? new Schedule(
            tenant,
            id,
            version,
            plan,
            owner,
            ScheduleState.PAUSED,
            why,
            nextDueAt,
            coveredUntil,
            failures,
            createdAt,
            changedAt)
        : this;
  }

  /// The same schedule, active from now on: what was due meanwhile is not made up for.
  public Schedule resumed(Instant now) {
    return state == ScheduleState.PAUSED
        ? new Schedule(
                tenant,
                id,
                version,
                plan,
                owner,
                ScheduleState.ACTIVE,
                null,
                null,
                coveredUntil,
                0,
                createdAt,
                changedAt)
            .goingOnAt(plan.spec().next(now).orElse(null))
        : this;
  }
}
