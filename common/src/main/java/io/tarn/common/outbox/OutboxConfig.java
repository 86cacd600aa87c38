package io.tarn.common.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How often a service publishes what it has to tell.
@ConfigMapping(prefix = "tarn.outbox")
public interface OutboxConfig {
  /// Time between two looks into the outbox, as the scheduler reads it.
  @WithDefault("500ms")
  String every();
}
