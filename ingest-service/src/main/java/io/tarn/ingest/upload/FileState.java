package io.tarn.ingest.upload;

/// Where a file is on its way into Kafka.
public enum FileState {
  /// It comes in.
  RECEIVING,
  /// Kafka has all of it.
  RECEIVED,
  /// It ended early and may be sent again.
  FAILED
}
