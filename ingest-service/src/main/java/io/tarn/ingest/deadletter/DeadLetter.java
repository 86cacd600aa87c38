package io.tarn.ingest.deadletter;

import io.tarn.service.paging.JsonSize;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record that was rejected, without its bytes.
///
/// @param store null where no store was chosen, or no known one
/// @param source where its upload came from, in the sender's words
/// @param file the name of the file that held it
/// @param position where it stands there: `record:byte`, and `:member` in an archive
/// @param length bytes of the original
/// @param replayedBy the upload in which it was sent again
/// @param sequence its place in listings
public record DeadLetter(
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
    @Nullable UUID replayedBy,
    long sequence) {
  /// About how many bytes it is in an answer.
  long size() {
    return 400L + JsonSize.of(detail, source, file, position);
  }
}
