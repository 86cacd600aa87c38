package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.ingest.deadletter.DeadLetter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that was rejected; its bytes stand at `original`.
///
/// @param reason a stable word, such as `no-event-id`
/// @param source where its upload came from, in the sender's words
/// @param file the name of the file that held it
/// @param position where it stands there: `record:byte`, and `:member` in an archive
/// @param length bytes of the original
/// @param replayedBy the upload in which it was sent again
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterResponse(
    UUID id,
    String reason,
    String detail,
    String source,
    @Nullable String file,
    @Nullable String position,
    @Nullable String store,
    @Nullable UUID upload,
    long length,
    Instant receivedAt,
    @Nullable UUID replayedBy) {

  static DeadLetterResponse of(DeadLetter letter) {
    return new DeadLetterResponse(
        letter.id(),
        letter.reason(),
        letter.detail(),
        letter.source(),
        letter.file(),
        letter.position(),
        letter.store(),
        letter.upload(),
        letter.length(),
        letter.receivedAt(),
        letter.replayedBy());
  }
}
