package io.tarn.ingest.upload;

/// Where an upload is on its way.
///
/// ```
/// RECEIVING --closed--> WRITING --all counted--> COMPLETED --+
///     |                    +---------------> FAILED ---------+--> PURGING --> PURGED
///     +--broke, or its intake died--^
/// ```
public enum UploadState {
  /// Files come in.
  RECEIVING,
  /// All that came is in Kafka, and not yet all of it is written.
  WRITING,
  /// All is written, and the totals are final.
  COMPLETED,
  /// It ended early. Where a process died that received a file, the totals are those of the time
  /// when the writers seemed through with it; they are exact when the file is sent again.
  FAILED,
  /// The events that it alone contains are being removed.
  PURGING,
  /// They are removed.
  PURGED;

  /// Whether nothing is counted any more.
  public boolean isFinal() {
    return switch (this) {
      case RECEIVING, WRITING -> false;
      case COMPLETED, FAILED, PURGING, PURGED -> true;
    };
  }
}
