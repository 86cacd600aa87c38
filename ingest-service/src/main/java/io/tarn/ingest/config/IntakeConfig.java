package io.tarn.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// Taking in events over HTTP.
@ConfigMapping(prefix = "tarn.ingest.intake")
public interface IntakeConfig {
  /// The longest event in bytes; longer ones are rejected.
  @WithDefault("4194304")
  @Min(1024)
  @Max(4194304)
  int maxEventBytes();

  /// How many times as long as what was sent a file may become when it is unpacked; what becomes
  /// longer is a bomb, and is read no further. Trail files unpack to about 10 to 20 times.
  @WithDefault("500")
  @Min(20)
  int maxExpansion();

  /// Bytes of events that may be on their way to Kafka at a time, over all uploads.
  @WithDefault("8388608")
  @Min(4194304)
  int maxBytesInFlight();

  /// Until when Kafka must have acknowledged an event.
  @WithDefault("PT30S")
  Duration acknowledgeWithin();

  /// How many rejected records an answer names.
  @WithDefault("1000")
  @Min(1)
  int maxReasons();
}
