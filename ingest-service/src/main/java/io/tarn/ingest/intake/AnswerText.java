package io.tarn.ingest.intake;

/// How the answer for a file is written, for the one who sends the file again.
@FunctionalInterface
public interface AnswerText {
  String of(IntakeResult result);
}
