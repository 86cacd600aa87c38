package io.tarn.scheduler.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How change ledgers are kept.
@ConfigMapping(prefix = "tarn.ledger")
public interface LedgerConfig {
  /// How often the service looks for events that came in and for changes to be judged anew.
  @WithDefault("10s")
  String every();

  /// How many ledgers this process works on at a time.
  @Min(1)
  @Max(1000)
  @WithDefault("4")
  int concurrent();

  /// How long a process has a ledger for itself; it is kept while the process works. When a process
  /// dies, another one takes its ledgers over after this time.
  @WithDefault("PT30S")
  Duration lease();
}
