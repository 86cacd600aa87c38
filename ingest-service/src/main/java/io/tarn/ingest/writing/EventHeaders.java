package io.tarn.ingest.writing;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.upload.FileId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// What the headers of a record say; anybody who may write to the topic may write them.
///
/// @param origin upload and file it came from; without an upload where the headers name none
record EventHeaders(
    @Nullable String tenant,
    @Nullable String store,
    NewDeadLetter.Origin origin,
    Instant receivedAt) {
  private static final String UNKNOWN = "topic";

  /// The longest name, in UTF-16 units: no id is longer, and an index of the ledgers can hold it.
  private static final int LONGEST_NAME = 512;

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  static EventHeaders of(ConsumerRecord<?, ?> record) {
    return new EventHeaders(
        name(record, "tenant"), name(record, "store"), origin(record), receivedAt(record));
  }

  /// When it was received, as far as a ledger can hold it: a dead letter has to be storable.
  Instant storableReceivedAt() {
    return receivedAt.isBefore(Instant.EPOCH) || receivedAt.isAfter(LATEST)
        ? Instant.EPOCH
        : receivedAt;
  }

  /// The upload's file, if the headers name one.
  Optional<FileId> file(TenantId owner) {
    return Optional.ofNullable(origin.upload())
        .map(upload -> new FileId(owner, upload, origin.file()));
  }

  private static NewDeadLetter.Origin origin(ConsumerRecord<?, ?> record) {
    var upload = upload(text(record, "upload"));
    var source = text(record, "source");
    return new NewDeadLetter.Origin(
        upload,
        upload == null ? 0 : number(text(record, "file")),
        source == null ? UNKNOWN : source,
        text(record, "object-key"),
        text(record, "position"));
  }

  private static @Nullable UUID upload(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static int number(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static Instant receivedAt(ConsumerRecord<?, ?> record) {
    var text = text(record, "received-time");
    try {
      return text == null ? Instant.ofEpochMilli(record.timestamp()) : Instant.parse(text);
    } catch (DateTimeException _) {
      return Instant.ofEpochMilli(record.timestamp());
    }
  }

  private static @Nullable String name(ConsumerRecord<?, ?> record, String name) {
    var text = text(record, name);
    return text == null || text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
  }

  private static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
  }
}
