package io.tarn.ingest.writing;

import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.upload.FileId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Records of one Kafka partition, in order, ready to be written.
record Batch(List<StagedEvent> events, List<NewDeadLetter> deadLetters) {
  Batch {
    events = List.copyOf(events);
    deadLetters = List.copyOf(deadLetters);
  }

  /// An event as one row of the staging table.
  ///
  /// @param faults the fields whose values do not fit their columns
  @SuppressWarnings("ArrayRecordComponent") // written out, never compared
  record StagedEvent(
      long offset,
      Store store,
      Optional<FileId> file,
      LocalDate day,
      int originalLength,
      List<String> faults,
      byte[] tuple) {}

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
