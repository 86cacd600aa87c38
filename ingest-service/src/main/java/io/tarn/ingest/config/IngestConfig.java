package io.tarn.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What concerns the service as a whole.
@ConfigMapping(prefix = "tarn.ingest")
public interface IngestConfig {
  /// How many writers this process has. Each Kafka partition is owned by one writer of all
  /// processes, so more of them than the topic has partitions have nothing to do.
  @WithDefault("2")
  int writers();
}
