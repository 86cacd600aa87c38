package io.tarn.ingest.intake;

/// What became of a request to take a file.
public sealed interface FileOutcome {
  /// It was taken.
  record Accepted(IntakeResult result) implements FileOutcome {}

  /// It had been taken before, and nothing was taken now; the answer is the earlier one.
  record AlreadyReceived(String answer) implements FileOutcome {}
}
