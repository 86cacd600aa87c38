package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.ingest.conflict.Comparison;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Other content under the id and time of a stored event.
///
/// @param upload what brought it
/// @param storedBy the upload that brought the stored event
/// @param paths where they differ, as JSON pointers with both values as JSON text
/// @param original the text that came second; in the answer for one conflict only
/// @param stored the text that is stored; absent where the event has left the store since
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConflictResponse(
    UUID id,
    UUID store,
    Instant eventTime,
    String eventId,
    @Nullable UUID upload,
    @Nullable UUID storedBy,
    Instant receivedAt,
    List<Comparison.Difference> paths,
    @Nullable String original,
    @Nullable String stored) {
  public ConflictResponse {
    paths = List.copyOf(paths);
  }

  /// Without the texts.
  static ConflictResponse listed(Comparison comparison) {
    return of(comparison, null, null);
  }

  static ConflictResponse of(Comparison comparison) {
    return of(comparison, comparison.original(), comparison.stored());
  }

  private static ConflictResponse of(
      Comparison comparison, @Nullable String original, @Nullable String stored) {
    var conflict = comparison.conflict();
    return new ConflictResponse(
        conflict.id(),
        conflict.store(),
        conflict.eventTime(),
        conflict.eventId(),
        conflict.upload(),
        comparison.storedBy(),
        conflict.receivedAt(),
        comparison.paths(),
        original,
        stored);
  }
}
