package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.schedule.AlertState;
import io.tarn.scheduler.schedule.OutputPlan;
import io.tarn.scheduler.schedule.OverlapPolicy;
import io.tarn.scheduler.schedule.Schedule;
import io.tarn.scheduler.schedule.ScheduleState;
import io.tarn.scheduler.schedule.ScheduledQuery.ScheduledVersion;
import io.tarn.scheduler.schedule.WindowPlan;
import io.tarn.service.gate.Actor;
import io.tarn.sql.parameter.ParameterDeclaration;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A schedule as its tenant sees it.
///
/// @param id the id of the schedule
/// @param version counts its changes; it is also the `ETag`
/// @param name what people call it
/// @param query the kept query that is run; absent with `statement`
/// @param statement the statement that is run; absent with `query`
/// @param parameters what `{{name}}` in the statement stands for; absent with `query`
/// @param values values of the parameters by name
/// @param spec when it runs
/// @param window which events a run is about; absent for runs without a window
/// @param policies what happens when things do not go as planned
/// @param output what is done with results
/// @param owner in whose name it runs: whoever said last what it is
/// @param state where it stands
/// @param pause why it is paused; absent unless it is
/// @param nextRunAt when it is due next; absent if never, or while it is paused
/// @param alert what the alert condition said of the last result: ok or firing; absent before, and
///     without a condition
/// @param failures how many runs have failed since the last one that succeeded
/// @param createdAt when it was made
/// @param changedAt when it was last changed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleResponse(
    UUID id,
    int version,
    String name,
    @Nullable ScheduledVersion query,
    @Nullable String statement,
    @Nullable List<ParameterDeclaration> parameters,
    Map<String, Object> values,
    SpecDocument spec,
    @Nullable WindowState window,
    PoliciesResponse policies,
    OutputPlan output,
    Actor owner,
    ScheduleState state,
    @Nullable PauseResponse pause,
    @Nullable Instant nextRunAt,
    @Nullable AlertState alert,
    int failures,
    Instant createdAt,
    Instant changedAt) {

  /// The windows of a schedule.
  ///
  /// @param kind event-time or arrival
  /// @param settling how long events are waited for; absent for arrival
  /// @param coveredUntil where the next window of event time begins
  /// @param coveredPosition where the next window of arrival begins
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WindowState(
      @Pattern(regexp = "event-time|arrival") String kind,
      @Nullable Duration settling,
      @Nullable Instant coveredUntil,
      @Nullable Long coveredPosition) {
    static @Nullable WindowState of(Schedule schedule) {
      var covered = schedule.progress().covered();
      return switch (schedule.plan().window()) {
        case WindowPlan.EventTime(var settling) ->
            new WindowState("event-time", settling, covered.until(), null);
        case WindowPlan.Arrival _ -> new WindowState("arrival", null, null, covered.position());
        case null -> null;
      };
    }
  }

  /// The policies of a schedule.
  ///
  /// @param overlap what happens when a run is due while another one has not ended
  /// @param catchUpWindow how far back runs that were missed are made up for
  /// @param pauseAfterFailures after how many failed runs in a row it pauses; 0 is never
  public record PoliciesResponse(
      OverlapPolicy overlap, Duration catchUpWindow, int pauseAfterFailures) {}

  /// Why a schedule is paused.
  ///
  /// @param reason requested, failures, owner-left, owner-lost-role or tenant-suspended
  /// @param detail the same for people
  /// @param at since when
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PauseResponse(String reason, @Nullable String detail, Instant at) {}

  static ScheduleResponse of(Schedule schedule) {
    var plan = schedule.plan();
    var policies = plan.policies();
    var pause = schedule.pause();
    return new ScheduleResponse(
        schedule.id(),
        schedule.version(),
        plan.name(),
        plan.query().query(),
        plan.query().statement(),
        plan.query().parameters(),
        plan.query().values(),
        SpecDocument.of(plan.spec()),
        WindowState.of(schedule),
        new PoliciesResponse(
            policies.overlap(), policies.catchUpWindow(), policies.pauseAfterFailures()),
        plan.output(),
        schedule.owner(),
        schedule.state(),
        pause == null ? null : new PauseResponse(pause.reason(), pause.detail(), pause.at()),
        schedule.state() == ScheduleState.ACTIVE ? schedule.progress().nextDueAt() : null,
        schedule.progress().alert(),
        schedule.progress().failures(),
        schedule.createdAt(),
        schedule.changedAt());
  }
}
