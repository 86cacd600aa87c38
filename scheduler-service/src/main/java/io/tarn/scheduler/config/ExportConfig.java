package io.tarn.scheduler.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How results are exported.
@ConfigMapping(prefix = "tarn.scheduler.exports")
public interface ExportConfig {
  /// How many exports this process works on at a time. Each takes about 60 MB of memory while it
  /// writes.
  @Min(1)
  @Max(100)
  @WithDefault("2")
  int concurrent();

  /// About how many bytes a file has, compressed, before the next one is begun: 1 GB.
  @Min(1)
  @Max(60_000_000_000L)
  @WithDefault("1000000000")
  long fileSize();

  /// How long a process has an export for itself without a sign of life; it gives such signs while
  /// it writes. When it dies, another process takes the export over after this time.
  @WithDefault("PT2M")
  Duration lease();

  /// How long an export waits between two looks at an execution that has not ended.
  @WithDefault("PT2S")
  Duration poll();

  /// How often an export is tried again in a row after faults that may pass.
  @Min(0)
  @Max(100)
  @WithDefault("8")
  int retries();

  /// How long the first wait after a fault is; each further one is twice as long.
  @WithDefault("PT5S")
  Duration backOff();

  /// The longest wait after a fault.
  @WithDefault("PT5M")
  Duration longestBackOff();

  /// How long exports are kept after their end. The files in S3 stay.
  @WithDefault("P400D")
  Duration retention();
}
