package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.ingest.deadletter.DeadLetter;
import io.tarn.ingest.record.RejectionReason;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A dead letter: a record that was rejected. Its bytes stand at `original`.
///
/// @param id the id of the dead letter
/// @param reason why, as a stable word such as `no-event-id`
/// @param detail what is wrong with it, for people
/// @param source where its upload came from, in the sender's words
/// @param file the name of the file that held it
/// @param position where it stands there: `record:byte`, and `:member` in an archive
/// @param store the id of the event data store it was for; absent where none was chosen, or none
///     that is known
/// @param upload the id of the upload that contained it
/// @param length bytes of the original
/// @param receivedAt when it was received
/// @param replayedBy the id of the upload in which it was sent again
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterResponse(
    UUID id,
    @Schema(implementation = RejectionReason.class) String reason,
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
