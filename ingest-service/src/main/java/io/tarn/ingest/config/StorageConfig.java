package io.tarn.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// Storage of event tables.
@ConfigMapping(prefix = "tarn.ingest.storage")
public interface StorageConfig {
  /// How often partitions of the coming days are made, as the scheduler reads it.
  @WithDefault("1h")
  String partitionsEvery();

  /// How often partitions are looked for that are shorter than their events need, as the scheduler
  /// reads it.
  @WithDefault("6h")
  String mergeEvery();

  /// How many events one transaction copies where partitions are joined.
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int mergeEventsAStep();

  /// How often partitions are looked for that have taken in much and were not vacuumed since, as
  /// the scheduler reads it.
  @WithDefault("1m")
  String vacuumEvery();

  /// From how many new events on a partition is vacuumed and analysed; and not before a tenth of it
  /// is new.
  @WithDefault("10000")
  @Min(1)
  long vacuumAbove();

  /// For how many days from today partitions are made ahead.
  @WithDefault("7")
  @Min(1)
  @Max(60)
  int daysAhead();
}
