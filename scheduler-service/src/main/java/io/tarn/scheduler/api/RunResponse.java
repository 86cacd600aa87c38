package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.run.DeliveryState;
import io.tarn.scheduler.run.Run;
import io.tarn.scheduler.run.RunOrigin;
import io.tarn.scheduler.run.RunState;
import io.tarn.scheduler.run.RunWindow;
import io.tarn.scheduler.schedule.AlertState;
import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run as its tenant sees it.
///
/// @param id the id of the run
/// @param schedule the id of its schedule
/// @param origin what made it: the schedule, somebody's request, or a backfill
/// @param dueAt when it was due
/// @param missedUntil of a skipped run that stands for all due times before this one
/// @param state where it stands
/// @param reason why it stands there, as a word; absent where nothing is to be said
/// @param problem the problem document of its last fault
/// @param owner in whose name it runs
/// @param window what it is about; absent without one, and before it has begun
/// @param attempts how many faults it has met in a row that may pass
/// @param execution the id of its execution at query-service, where its result is
/// @param rows rows of its result
/// @param bytes bytes of its stored result, compressed
/// @param rowsAdded rows that the result of the last run that succeeded did not have; absent where
///     they are not compared
/// @param rowsRemoved rows that only the result of that run had
/// @param alert what the alert condition says of its result: ok or firing
/// @param deliveries where its result is written to, and how far
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
    @Nullable Long rowsAdded,
    @Nullable Long rowsRemoved,
    @Nullable AlertState alert,
    List<DeliveryState> deliveries,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /// What a run is about: a range of event time, or what came in between two positions.
  ///
  /// @param start its first moment; absent in a window of positions
  /// @param end the moment before which it ends; absent in a window of positions
  /// @param startPosition its first position; absent in a window of event time
  /// @param endPosition the position before which it ends; absent in a window of event time
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WindowResponse(
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable Long startPosition,
      @Nullable Long endPosition) {
    static @Nullable WindowResponse of(@Nullable RunWindow window) {
      return switch (window) {
        case RunWindow.EventTime(var start, var end) -> new WindowResponse(start, end, null, null);
        case RunWindow.Arrival(var start, var end) -> new WindowResponse(null, null, start, end);
        case null -> null;
      };
    }
  }

  static RunResponse of(Run run) {
    var outcome = run.outcome();
    var changes = outcome.findings().changes();
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
        WindowResponse.of(run.window()),
        run.attempts(),
        run.executionId(),
        outcome.rows(),
        outcome.bytes(),
        changes == null ? null : changes.added(),
        changes == null ? null : changes.removed(),
        outcome.findings().alert(),
        run.deliveries(),
        run.createdAt(),
        run.startedAt(),
        run.endedAt());
  }
}
