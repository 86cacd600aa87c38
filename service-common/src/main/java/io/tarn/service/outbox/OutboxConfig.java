package io.tarn.service.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/// How a service publishes what it has to tell.
@ConfigMapping(prefix = "tarn.outbox")
public interface OutboxConfig {
  /// Time between two looks into the outbox, as the scheduler reads it.
  @WithDefault("1s")
  String every();

  /// How many records are published at once.
  @WithDefault("500")
  @Min(1)
  @Max(10_000)
  int batch();
}
