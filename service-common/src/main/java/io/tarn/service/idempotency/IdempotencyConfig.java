package io.tarn.service.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How requests with an `Idempotency-Key` are remembered.
@ConfigMapping(prefix = "tarn.idempotency")
public interface IdempotencyConfig {
  /// How long a key is remembered; after that, the same key begins a new request.
  @WithDefault("PT24H")
  Duration life();
}
