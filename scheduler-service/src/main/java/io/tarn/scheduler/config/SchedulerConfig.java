package io.tarn.scheduler.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How runs are started and followed.
@ConfigMapping(prefix = "tarn.scheduler")
public interface SchedulerConfig {
  /// How often the service looks for schedules that are due and for runs to be gone on with.
  @WithDefault("1s")
  String every();

  /// How many runs this process works on at a time.
  @Min(1)
  @Max(1000)
  @WithDefault("16")
  int concurrentRuns();

  /// How long a process has a run for itself. It has to be longer than two requests to other
  /// services take; when a process dies, another one takes its runs over after this time.
  @WithDefault("PT45S")
  Duration lease();

  /// How long a run waits between two looks at its execution.
  @WithDefault("PT2S")
  Duration poll();

  /// How often a run is tried again after faults that may pass.
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

  /// How long a run may take from its start on before it is given up.
  @WithDefault("PT6H")
  Duration runTime();

  /// How many rows a result may have to be compared with the last one, or to be looked through for
  /// an alert.
  @Min(0)
  @Max(1_000_000)
  @WithDefault("100000")
  long comparedRows();

  /// How long runs are kept after their end.
  @WithDefault("P400D")
  Duration retention();
}
