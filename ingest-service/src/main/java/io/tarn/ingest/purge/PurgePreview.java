package io.tarn.ingest.purge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a purge would do.
///
/// @param removes events that only this upload contains; they leave their stores
/// @param keeps events that another upload contains too; they stay
/// @param conflicts entries of the conflict ledger that leave with it
/// @param deadLetters rejected records that leave with it
/// @param stores the same store by store
/// @param token what confirms exactly this
public record PurgePreview(
    long removes,
    long keeps,
    long conflicts,
    long deadLetters,
    List<InStore> stores,
    String token) {
  public PurgePreview {
    stores = List.copyOf(stores);
  }

  /// What it would do in one store.
  ///
  /// @param from event time of the first of its events there
  /// @param to event time of the last
  public record InStore(
      UUID store, long removes, long keeps, @Nullable Instant from, @Nullable Instant to) {}
}
