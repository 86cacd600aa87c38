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

  /// After which silence of the process that receives a file the file fails; longer than Kafka may
  /// take to acknowledge an event. For as long the writers must have counted nothing more of it
  /// before its upload ends.
  @WithDefault("PT1M")
  Duration lostAfter();

  /// How long an upload without news stays open for further files.
  @WithDefault("PT24H")
  Duration openFor();

  /// The longest wait for an upload that a request may ask for.
  @WithDefault("PT1M")
  Duration longestWait();

  /// How long the preview of a purge or of a retention may count events.
  @WithDefault("PT20S")
  Duration countWithin();

  /// How long a finished upload is stored with its files and totals; until then it can be purged.
  @WithDefault("P400D")
  Duration keptFor();

  /// How often expired uploads are deleted, as the scheduler reads it.
  @WithDefault("1h")
  String expireEvery();
}
