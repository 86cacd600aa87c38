package io.tarn.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Writing events into PostgreSQL.
@ConfigMapping(prefix = "tarn.ingest.writing")
public interface WritingConfig {
  /// The pause before the first repetition of a batch that failed; it doubles each time.
  @WithDefault("PT0.2S")
  Duration retryAfter();

  /// The longest pause between repetitions.
  @WithDefault("PT15S")
  Duration retryAtMostAfter();

  /// How often partitions are looked at that stand still although more was read from them.
  @WithDefault("5s")
  String watchEvery();
}
