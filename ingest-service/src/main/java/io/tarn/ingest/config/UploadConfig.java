package io.tarn.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Uploads and their accounts.
@ConfigMapping(prefix = "tarn.ingest.uploads")
public interface UploadConfig {
  /// How often uploads are completed and the files of dead processes given up.
  @WithDefault("2s")
  String every();

  /// After which silence of the process that took a file it is given up; longer than Kafka may
  /// take to acknowledge an event.
  @WithDefault("PT1M")
  Duration lostAfter();

  /// How long an upload without news stays open for further files.
  @WithDefault("PT24H")
  Duration openFor();

  /// The longest wait for an upload that a request may ask for.
  @WithDefault("PT1M")
  Duration longestWait();
}
