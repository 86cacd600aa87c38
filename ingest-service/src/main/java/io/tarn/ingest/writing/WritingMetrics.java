package io.tarn.ingest.writing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tarn.ingest.deadletter.NewDeadLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Counts what becomes of records.
@ApplicationScoped
class WritingMetrics {
  private static final String NAME = "tarn.ingest.events";

  private final Counter stored;
  private final Counter duplicates;
  private final Counter conflicts;
  private final Counter deadLetters;

  WritingMetrics(MeterRegistry registry) {
    this.stored = registry.counter(NAME, "outcome", "stored");
    this.duplicates = registry.counter(NAME, "outcome", "duplicate");
    this.conflicts = registry.counter(NAME, "outcome", "conflict");
    this.deadLetters = registry.counter(NAME, "outcome", "dead-letter");
  }

  void count(List<Ledgers.Outcome> outcomes, List<NewDeadLetter> setAside) {
    for (var outcome : outcomes) {
      stored.increment((double) outcome.stored());
      duplicates.increment((double) outcome.duplicates());
      conflicts.increment((double) outcome.conflicts());
    }
    deadLetters.increment(setAside.size());
  }
}
