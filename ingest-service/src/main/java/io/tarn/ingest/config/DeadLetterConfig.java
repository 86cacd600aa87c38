package io.tarn.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Records that were set aside.
@ConfigMapping(prefix = "tarn.ingest.dead-letters")
public interface DeadLetterConfig {
  /// How long a dead letter is kept.
  @WithDefault("P365D")
  Duration keptFor();

  /// How often dead letters are looked at that have been kept long enough.
  @WithDefault("1h")
  String expireEvery();
}
