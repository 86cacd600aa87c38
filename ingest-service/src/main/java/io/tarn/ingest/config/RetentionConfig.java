package io.tarn.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How events that are older than their store keeps them leave it.
@ConfigMapping(prefix = "tarn.ingest.retention")
public interface RetentionConfig {
  /// How often it is looked for such events, as the scheduler reads it.
  @WithDefault("1h")
  String every();

  /// How many events one transaction removes where a partition is old only in part.
  @WithDefault("2000")
  @Min(1)
  @Max(100_000)
  int eventsAStep();

  /// How long a lock is waited for, during which others may have to wait as well.
  @WithDefault("PT0.5S")
  Duration lockTimeout();
}
