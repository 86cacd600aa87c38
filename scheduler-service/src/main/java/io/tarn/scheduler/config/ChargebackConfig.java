package io.tarn.scheduler.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How usage is read for chargeback.
@ConfigMapping(prefix = "tarn.scheduler.chargeback")
public interface ChargebackConfig {
  /// How often the service looks for usage that is to be read.
  @WithDefault("1m")
  String every();

  /// How long it is between two readings of a meter of a tenant.
  @WithDefault("PT1H")
  Duration readEvery();

  /// How many days before the last one are read again each time, for events that come late. All
  /// days are read again before a month is closed.
  @Min(0)
  @Max(31)
  @WithDefault("2")
  int lateDays();
}
