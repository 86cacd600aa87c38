package io.tarn.ingest.purge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a purge would do.
///
/// @param removes how many events leave their stores: no other upload contains them
/// @param keeps how many events stay, because another upload contains them too
/// @param conflicts entries of the conflict ledger that leave with it
/// @param deadLetters dead letters that leave with it
/// @param stores the same numbers for each event data store
/// @param token the token that confirms exactly this
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

  /// What a purge would do in one event data store.
  ///
  /// @param store the id of the event data store
  /// @param removes how many events leave it
  /// @param keeps how many events stay in it
  /// @param from the event time of the first of the upload's events there; absent where there is
  ///     none
  /// @param to the event time of the last
  public record InStore(
      UUID store, long removes, long keeps, @Nullable Instant from, @Nullable Instant to) {}
}
