package io.tarn.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// What concerns the service as a whole.
@ConfigMapping(prefix = "tarn.ingest")
public interface IngestConfig {
  /// How many writers this process has. Each Kafka partition is owned by one writer of all
  /// processes, so more of them than the topic has partitions have nothing to do.
  @WithDefault("2")
  int writers();

  /// Ends the process without warning the n-th time it comes to a point: `before-commit:3`. For
  /// tests of crashes only; readiness names it as unsafe.
  Optional<String> haltAt();
}
