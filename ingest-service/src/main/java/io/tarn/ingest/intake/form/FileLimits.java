package io.tarn.ingest.intake.form;

import io.tarn.ingest.config.IntakeConfig;

/// The limits of reading a file.
///
/// @param maxEventBytes a longer event is passed over
/// @param maxExpansion how many times as long as what was sent the unpacked file may become
public record FileLimits(int maxEventBytes, int maxExpansion) {
  /// An envelope around an event is longer than it.
  int longestValue() {
    return 2 * maxEventBytes;
  }

  /// The limits that an operator has set.
  public static FileLimits of(IntakeConfig config) {
    return new FileLimits(config.maxEventBytes(), config.maxExpansion());
  }
}
