package io.tarn.scheduler.run;

import io.tarn.scheduler.config.SchedulerConfig;
import java.time.Duration;

/// The settings as they are by default, with fewer retries.
record PlayedConfig() implements SchedulerConfig {
  @Override
  public String every() {
    return "off";
  }

  @Override
  public int concurrentRuns() {
    return 16;
  }

  @Override
  public Duration lease() {
    return Duration.ofSeconds(45);
  }

  @Override
  public Duration poll() {
    return Duration.ofSeconds(2);
  }

  @Override
  public int retries() {
    return 4;
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
  public Duration runTime() {
    return Duration.ofHours(6);
  }

  @Override
  public long comparedRows() {
    return 1000;
  }

  @Override
  public Duration retention() {
    return Duration.ofDays(400);
  }
}
