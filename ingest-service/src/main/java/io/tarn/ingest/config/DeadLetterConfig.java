package io.tarn.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// Records that were rejected.
@ConfigMapping(prefix = "tarn.ingest.dead-letters")
public interface DeadLetterConfig {
  /// How long a dead letter is stored.
  @WithDefault("P365D")
  Duration keptFor();

  /// How many rejected records of one file are stored as dead letters; further ones are counted
  /// only.
  @WithDefault("10000")
  @Min(1)
  int maxPerFile();

  /// How many dead letters a tenant may have before further rejected records are counted only.
  @WithDefault("500000")
  @Min(1)
  long maxPerTenant();

  /// How many bytes of originals the dead letters of a tenant may hold before further rejected
  /// records are counted only.
  @WithDefault("2147483648")
  @Min(1)
  long maxBytesPerTenant();

  /// How often expired dead letters are deleted.
  @WithDefault("1h")
  String expireEvery();
}
