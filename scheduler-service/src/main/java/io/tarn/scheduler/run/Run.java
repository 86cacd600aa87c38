package io.tarn.scheduler.run;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.schedule.OutputPlan;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One firing of a schedule.
///
/// @param dueAt when it was due; jitter does not count
/// @param missedUntil of a skipped run that stands for all due times before this one; else null
/// @param query what is run; it stays what it was when the run was made
/// @param output what is done with its result; it stays what it was when the run was made
/// @param mayOverlap whether it begins while an earlier run has not ended
/// @param owner in whose name it runs
/// @param outcome why it stands where it does, and what came of it
/// @param window null for a run without one, and before it has begun
/// @param attempts how many faults it has met in a row that may pass
/// @param submission which execution this is, from 1 on
/// @param executionId the execution at query-service; null before there is one
/// @param deliveries how far its result has been written, in the order of the plan; none before
/// @param isCancelRequested whether somebody has asked for its end
/// @param fencingToken of the lease under which the row was read
public record Run(
    TenantId tenant,
    UUID id,
    UUID schedule,
    RunOrigin origin,
    Instant dueAt,
    @Nullable Instant missedUntil,
    ScheduledQuery query,
    OutputPlan output,
    boolean mayOverlap,
    Actor owner,
    RunState state,
    Outcome outcome,
    @Nullable RunWindow window,
    int attempts,
    int submission,
    @Nullable UUID executionId,
    List<DeliveryState> deliveries,
    boolean isCancelRequested,
    long fencingToken,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /// What came of a run so far.
  ///
  /// @param reason a word that clients can branch on; null where nothing is to be said
  /// @param problem the problem document of the fault; null where there was none
  /// @param rows rows of the result; null before there is one
  /// @param bytes bytes of the stored result; null where it is not known
  /// @param findings what its rows say
  public record Outcome(
      @Nullable String reason,
      @Nullable Map<String, Object> problem,
      @Nullable Long rows,
      @Nullable Long bytes,
      Findings findings) {
    static final Outcome NONE = new Outcome(null, null, null, null, Findings.NONE);

    static Outcome because(String reason) {
      return because(reason, null);
    }

    static Outcome because(String reason, @Nullable Map<String, Object> problem) {
      return NONE.with(reason, problem);
    }

    /// The same result, with another reason.
    Outcome with(@Nullable String why, @Nullable Map<String, Object> fault) {
      return new Outcome(why, fault, rows, bytes, findings);
    }
  }

  public Run {
    deliveries = List.copyOf(deliveries);
  }

  /// The same with a window of its own.
  Run in(RunWindow own) {
    return new Run(
        tenant,
        id,
        schedule,
        origin,
        dueAt,
        missedUntil,
        query,
        output,
        mayOverlap,
        owner,
        state,
        outcome,
        own,
        attempts,
        submission,
        executionId,
        deliveries,
        isCancelRequested,
        fencingToken,
        createdAt,
        startedAt,
        endedAt);
  }

  /// The key by which query-service knows a repeated submission: the same for each process that
  /// works on this run.
  String idempotencyKey() {
    return "run-%s-%d".formatted(id, submission);
  }
}
