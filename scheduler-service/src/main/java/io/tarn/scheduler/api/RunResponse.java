package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.run.Run;
import io.tarn.scheduler.run.RunOrigin;
import io.tarn.scheduler.run.RunState;
import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run as its tenant sees it.
///
/// @param id the id of the run
/// @param schedule the id of its schedule
/// @param origin what made it: the schedule, or somebody's request
/// @param dueAt when it was due
/// @param missedUntil of a skipped run that stands for all due times before this one
/// @param state where it stands
/// @param reason why it stands there, as a word; absent where nothing is to be said
/// @param problem the problem document of its last fault
/// @param owner in whose name it runs
/// @param window the event time that it is about; absent without one, and before it has begun
/// @param attempts how many faults it has met in a row that may pass
/// @param execution the id of its execution at query-service, where its result is
/// @param rows rows of its result
/// @param bytes bytes of its stored result, compressed
/// @param createdAt when it was made
/// @param startedAt when it began
/// @param endedAt when it ended
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunResponse(
    UUID id,
    UUID schedule,
    RunOrigin origin,
    Instant dueAt,
    @Nullable Instant missedUntil,
    RunState state,
    @Nullable String reason,
    @Nullable Map<String, Object> problem,
    Actor owner,
    @Nullable WindowResponse window,
    int attempts,
    @Nullable UUID execution,
    @Nullable Long rows,
    @Nullable Long bytes,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /// A range of event time.
  ///
  /// @param start its first moment
  /// @param end the moment before which it ends
  public record WindowResponse(Instant start, Instant end) {}

  static RunResponse of(Run run) {
    var window = run.window();
    var outcome = run.outcome();
    return new RunResponse(
        run.id(),
        run.schedule(),
        run.origin(),
        run.dueAt(),
        run.missedUntil(),
        run.state(),
        outcome.reason(),
        outcome.problem(),
        run.owner(),
        window == null ? null : new WindowResponse(window.start(), window.end()),
        run.attempts(),
        run.executionId(),
        outcome.rows(),
        outcome.bytes(),
        run.createdAt(),
        run.startedAt(),
        run.endedAt());
  }
}
