package io.tarn.ingest.intake;

/// Outcome of sending a file.
public sealed interface FileOutcome {
  /// The file was read, and Kafka has acknowledged its events.
  record Accepted(IntakeResult result) implements FileOutcome {}

  /// A file of this name was received before; nothing was read, and the answer is the earlier one.
  record AlreadyReceived(String answer) implements FileOutcome {}
}
