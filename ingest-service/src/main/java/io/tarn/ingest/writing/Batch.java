package io.tarn.ingest.writing;

import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.record.Refusal;
import io.tarn.ingest.storage.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Records of one Kafka partition, in order, ready to be written.
record Batch(List<StagedEvent> events, List<DeadLetter> deadLetters) {
  Batch {
    events = List.copyOf(events);
    deadLetters = List.copyOf(deadLetters);
  }

  /// An event as one row of the staging table.
  @SuppressWarnings("ArrayRecordComponent") // written out, never compared
  record StagedEvent(long offset, Store store, LocalDate day, int originalLength, byte[] tuple) {}

  /// A record that can never become an event.
  @SuppressWarnings("ArrayRecordComponent") // written out, never compared
  record DeadLetter(
      long offset,
      @Nullable String tenant,
      @Nullable String store,
      Refusal refusal,
      String detail,
      byte[] original,
      Instant receivedAt) {}

  Map<Store, List<StagedEvent>> byStore() {
    return events.stream().collect(Collectors.groupingBy(StagedEvent::store));
  }

  Map<EventCategory, Batch> byCategory() {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                event -> event.store().category(),
                () -> new EnumMap<>(EventCategory.class),
                Collectors.collectingAndThen(Collectors.toList(), this::with)));
  }

  Batch with(List<StagedEvent> others) {
    return new Batch(others, List.of());
  }
}
