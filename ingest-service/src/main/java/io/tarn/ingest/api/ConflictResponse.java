package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.ingest.conflict.Comparison;
import io.tarn.ingest.conflict.Comparison.Difference;
import io.tarn.ingest.conflict.Conflict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Other content under the id and time of a stored event. Listings carry the first seven fields.
///
/// @param id the id of the conflict
/// @param store the id of the event data store
/// @param eventTime the event time of both
/// @param eventId the event id of both
/// @param upload the id of the upload that contained it
/// @param receivedAt when it was received
/// @param length bytes of its original text
/// @param storedBy the id of the upload that contained the stored event
/// @param storedLength bytes of the stored text; absent where the event has left the store since
/// @param paths the values that differ, as JSON pointers with both values as JSON text; absent
///     where one of the texts is longer than 256 KiB
/// @param morePaths whether more differ than are listed
/// @param original the text that came second; absent where it is longer than 256 KiB
/// @param stored the text that is stored; absent where there is none or it is longer than 256 KiB
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConflictResponse(
    UUID id,
    UUID store,
    Instant eventTime,
    String eventId,
    @Nullable UUID upload,
    Instant receivedAt,
    long length,
    @Nullable UUID storedBy,
    @Nullable Long storedLength,
    @Nullable List<Difference> paths,
    @Nullable Boolean morePaths,
    @Nullable String original,
    @Nullable String stored) {
  public ConflictResponse {
    paths = paths == null ? null : List.copyOf(paths);
  }

  static ConflictResponse listed(Conflict conflict) {
    return of(new Comparison(conflict, null, null, null, null, null));
  }

  static ConflictResponse of(Comparison comparison) {
    var conflict = comparison.conflict();
    var differences = comparison.differences();
    return new ConflictResponse(
        conflict.id(),
        conflict.store(),
        conflict.eventTime(),
        conflict.eventId(),
        conflict.upload(),
        conflict.receivedAt(),
        conflict.length(),
        comparison.storedBy(),
        comparison.storedLength(),
        differences == null ? null : differences.values(),
        differences == null ? null : !differences.isAll(),
        comparison.original(),
        comparison.stored());
  }
}
