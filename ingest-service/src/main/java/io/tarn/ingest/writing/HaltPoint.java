package io.tarn.ingest.writing;

import java.util.Locale;

/// Points of a batch's way at which a crash must neither lose nor double an event.
public enum HaltPoint {
  DURING_ASSIGNMENT,
  BEFORE_COPY,
  AFTER_COPY,
  BEFORE_COMMIT,
  AFTER_COMMIT;

  /// The name in the setting: `before-copy`.
  String settingName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
