package io.tarn.scheduler.export;

import io.tarn.scheduler.config.ExportConfig;
import java.time.Duration;

/// Settings with small files.
record PlayedExportConfig(long fileSize) implements ExportConfig {
  @Override
  public int concurrent() {
    return 2;
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(2);
  }

  @Override
  public Duration poll() {
    return Duration.ofSeconds(2);
  }

  @Override
  public int retries() {
    return 50;
  }

  @Override
  public Duration backOff() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration longestBackOff() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration retention() {
    return Duration.ofDays(400);
  }
}
