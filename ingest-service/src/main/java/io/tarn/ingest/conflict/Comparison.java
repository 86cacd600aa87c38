package io.tarn.ingest.conflict;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conflict beside the event that is stored.
///
/// @param original the text that came second, to the byte
/// @param stored the text that is stored; null where it has left the store since
/// @param storedBy what brought the stored event
/// @param paths where they differ
public record Comparison(
    Conflict conflict,
    String original,
    @Nullable String stored,
    @Nullable UUID storedBy,
    List<Difference> paths) {
  public Comparison {
    paths = List.copyOf(paths);
  }

  /// One place at which two events differ.
  ///
  /// @param path a JSON pointer (RFC 6901)
  /// @param stored the value there as JSON text; null where the stored event has none
  /// @param conflicting the same of the other
  public record Difference(String path, @Nullable String stored, @Nullable String conflicting) {}
}
