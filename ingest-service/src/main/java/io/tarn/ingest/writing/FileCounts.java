package io.tarn.ingest.writing;

import io.tarn.ingest.upload.FileId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of a batch's events of one store, file by file. Not thread-safe.
final class FileCounts {
  private final Map<Optional<FileId>, Count> counts = new HashMap<>();
  private long stored;
  private long conflicts;

  /// How many events of a file were at hand, new, and in conflict; the rest are duplicates.
  record Count(long received, long stored, long conflicts) {
    long duplicates() {
      return received - stored - conflicts;
    }

    private Count plus(Count other) {
      return new Count(
          received + other.received, stored + other.stored, conflicts + other.conflicts);
    }
  }

  FileCounts(List<Batch.StagedEvent> events) {
    events.forEach(event -> add(event.file(), new Count(1, 0, 0)));
  }

  void stored(StoreInsert.Stored events) {
    add(events.file(), new Count(0, events.events(), 0));
    stored += events.events();
  }

  void conflicts(Map<Optional<FileId>, Long> byFile) {
    byFile.forEach(
        (file, events) -> {
          add(file, new Count(0, 0, events));
          conflicts += events;
        });
  }

  long stored() {
    return stored;
  }

  long conflicts() {
    return conflicts;
  }

  /// The counts of events whose upload is known.
  Map<FileId, Count> byFile() {
    var known = new HashMap<FileId, Count>();
    counts.forEach((file, count) -> file.ifPresent(of -> known.put(of, count)));
    return known;
  }

  private void add(Optional<FileId> file, Count more) {
    counts.merge(file, more, Count::plus);
  }
}
