package io.tarn.ingest.writing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// What the headers of a record say; anybody who may write to the topic may write them.
record EventHeaders(@Nullable String tenant, @Nullable String store, Instant receivedAt) {

  static EventHeaders of(ConsumerRecord<?, ?> kept) {
    return new EventHeaders(text(kept, "tenant"), text(kept, "store"), receivedAt(kept));
  }

  private static Instant receivedAt(ConsumerRecord<?, ?> kept) {
    var text = text(kept, "received-time");
    try {
      return text == null ? Instant.ofEpochMilli(kept.timestamp()) : Instant.parse(text);
    } catch (DateTimeException _) {
      return Instant.ofEpochMilli(kept.timestamp());
    }
  }

  private static @Nullable String text(ConsumerRecord<?, ?> kept, String name) {
    var header = kept.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
  }
}
