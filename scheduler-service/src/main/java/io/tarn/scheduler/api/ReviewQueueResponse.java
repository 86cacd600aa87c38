package io.tarn.scheduler.api;

import io.tarn.scheduler.ledger.ChangeSearch.Waiting;
import java.time.Instant;
import java.util.List;

/// What waits for a reviewer.
///
/// @param items what nobody has looked at, the newest first, and then violations
public record ReviewQueueResponse(List<WaitingChanges> items) {
  public ReviewQueueResponse {
    items = List.copyOf(items);
  }

  /// Changes that belong together.
  ///
  /// @param id the group
  /// @param changes how many of them wait
  /// @param first the earliest of those
  /// @param lastEventTime when the last of those was made
  public record WaitingChanges(
      String id, long changes, ChangeResponse first, Instant lastEventTime) {
    static WaitingChanges of(Waiting waiting) {
      return new WaitingChanges(
          waiting.first().groupId(),
          waiting.changes(),
          ChangeResponse.of(waiting.first()),
          waiting.lastTime());
    }
  }

  static ReviewQueueResponse of(List<Waiting> waiting) {
    return new ReviewQueueResponse(waiting.stream().map(WaitingChanges::of).toList());
  }
}
