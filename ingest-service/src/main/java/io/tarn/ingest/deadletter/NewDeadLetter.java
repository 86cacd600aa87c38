package io.tarn.ingest.deadletter;

import io.tarn.ingest.record.RejectionReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record to be rejected.
///
/// @param tenant as its headers say, which may be no tenant at all
/// @param store as its headers say; null where no store was chosen
/// @param topic where it stands in Kafka; null for what did not come so far
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
public record NewDeadLetter(
    UUID id,
    @Nullable String tenant,
    @Nullable String store,
    Origin origin,
    RejectionReason reason,
    String detail,
    byte[] original,
    Instant receivedAt,
    @Nullable RecordLocation topic) {

  /// The upload and file it came from.
  ///
  /// @param source in the sender's words
  /// @param objectKey the file's name
  /// @param position where it stands in the file
  public record Origin(
      @Nullable UUID upload,
      int file,
      String source,
      @Nullable String objectKey,
      @Nullable String position) {}

  /// A place in a Kafka topic.
  public record RecordLocation(String topic, String topicId, int partition, long offset) {}
}
