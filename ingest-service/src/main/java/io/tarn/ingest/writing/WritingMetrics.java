package io.tarn.ingest.writing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.tarn.ingest.deadletter.NewDeadLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Counts what becomes of records, and says how many wait.
@ApplicationScoped
class WritingMetrics {
  private static final String NAME = "tarn.ingest.events";

  private final Counter stored;
  private final Counter duplicates;
  private final Counter conflicts;
  private final Counter deadLetters;
  private final MultiGauge lag;

  WritingMetrics(MeterRegistry registry) {
    this.stored = registry.counter(NAME, "outcome", "stored");
    this.duplicates = registry.counter(NAME, "outcome", "duplicate");
    this.conflicts = registry.counter(NAME, "outcome", "conflict");
    this.deadLetters = registry.counter(NAME, "outcome", "dead-letter");
    this.lag =
        MultiGauge.builder("tarn.ingest.lag")
            .description("Records of a topic partition of this process that are not written yet")
            .register(registry);
  }

  /// Says how many records each partition of this process is behind its log.
  void lag(Map<TopicPartition, Long> lags) {
    lag.register(
        lags.entrySet().stream().map(of -> row(of.getKey(), of.getValue())).toList(), true);
  }

  private static MultiGauge.Row<Number> row(TopicPartition partition, long lag) {
    var number = Integer.toString(partition.partition());
    return MultiGauge.Row.of(Tags.of("topic", partition.topic(), "partition", number), lag);
  }

  void count(List<StoreCounters.Outcome> outcomes, List<NewDeadLetter> rejected) {
    for (var outcome : outcomes) {
      stored.increment((double) outcome.stored());
      duplicates.increment((double) outcome.duplicates());
      conflicts.increment((double) outcome.conflicts());
    }
    deadLetters.increment(rejected.size());
  }
}
