package io.tarn.ingest.intake;

/// Where something stands in what a client sent, after unpacking.
///
/// @param record which record it is, counted from 1
/// @param byteOffset bytes before it
/// @param line its line, counted from 1
public record Position(long record, long byteOffset, long line) {
  /// The form in a Kafka header.
  public String text() {
    return record + ":" + byteOffset;
  }
}
