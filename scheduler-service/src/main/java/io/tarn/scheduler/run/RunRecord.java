package io.tarn.scheduler.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.schedule.AlertState;
import io.tarn.scheduler.schedule.Schedule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What `tarn.query-runs.v1` says of a run of a schedule at each change of its state: the columns
/// of `sys_runs` by their names, see [io.tarn.common.schema.SystemRuns]. Fields are only added.
///
/// @param kind tells it from executions, which have no kind
/// @param problem the type of the problem that it met last
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRecord(
    String kind,
    String tenant,
    UUID runId,
    UUID scheduleId,
    String scheduleName,
    RunOrigin origin,
    RunState state,
    @Nullable String reason,
    @Nullable String problem,
    Instant dueAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant windowStart,
    @Nullable Instant windowEnd,
    @Nullable Long startPosition,
    @Nullable Long endPosition,
    String ownerSubject,
    String ownerName,
    @Nullable UUID executionId,
    int attempts,
    @Nullable Long rowCount,
    @Nullable Long byteCount,
    @Nullable Long rowsAdded,
    @Nullable Long rowsRemoved,
    @Nullable AlertState alert,
    int deliveries,
    long deliveriesFailed) {
  static final String KIND = "run";

  public static RunRecord of(Schedule schedule, Run run) {
    var outcome = run.outcome();
    var changes = outcome.findings().changes();
    var problem = outcome.problem();
    return new RunRecord(
        KIND,
        run.tenant().value(),
        run.id(),
        run.schedule(),
        schedule.plan().name(),
        run.origin(),
        run.state(),
        outcome.reason(),
        problem == null ? null : String.valueOf(problem.get("type")),
        run.dueAt(),
        run.startedAt(),
        run.endedAt(),
        run.window() instanceof RunWindow.EventTime(var start, _) ? start : null,
        run.window() instanceof RunWindow.EventTime(_, var end) ? end : null,
        run.window() instanceof RunWindow.Arrival(var start, _) ? start : null,
        run.window() instanceof RunWindow.Arrival(_, var end) ? end : null,
        run.owner().subject(),
        run.owner().name(),
        run.executionId(),
        run.attempts(),
        outcome.rows(),
        outcome.bytes(),
        changes == null ? null : changes.added(),
        changes == null ? null : changes.removed(),
        outcome.findings().alert(),
        run.deliveries().size(),
        run.deliveries().stream().filter(DeliveryState::hasFailed).count());
  }
}
