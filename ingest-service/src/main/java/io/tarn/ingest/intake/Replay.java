package io.tarn.ingest.intake;

import io.tarn.ingest.config.IntakeConfig;
import io.tarn.ingest.deadletter.DeadLetter;
import io.tarn.ingest.intake.form.EventFile;
import io.tarn.ingest.intake.form.FileLimits;
import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/// How one dead letter is read again: as the one record that it is, or as a file where its form was
/// what could not be read.
record Replay(DeadLetter letter, IntakeConfig config) {
  private static final Set<String> OF_FORM =
      Set.of(
          RejectionReason.BROKEN_FRAME.value(),
          RejectionReason.BROKEN_ARCHIVE.value(),
          RejectionReason.EXPANDS_TOO_MUCH.value(),
          RejectionReason.UNKNOWN_FORM.value(),
          RejectionReason.DIGEST_FILE.value());

  void read(InputStream original, FileIntake intake) throws IOException, InterruptedException {
    if (OF_FORM.contains(letter.reason())) {
      new EventFile(FileLimits.of(config)).read(original, intake::take);
    } else if (isTooLarge()) {
      var bytes = original.readAllBytes();
      intake.take(new Piece.Broken(location(), RejectionReason.TOO_LARGE, letter.detail(), bytes));
    } else if (letter.length() > config.maxEventBytes()) {
      var detail = letter.length() + " bytes";
      var bytes = original.readAllBytes();
      intake.take(new Piece.Broken(location(), RejectionReason.TOO_LARGE, detail, bytes));
    } else {
      intake.take(new Piece.Candidate(location(), original.readAllBytes()));
    }
  }

  /// Of an oversized record only the beginning is stored, which may look like an event.
  private boolean isTooLarge() {
    return letter.reason().equals(RejectionReason.TOO_LARGE.value());
  }

  /// Where it stood when it first came.
  private SourceLocation location() {
    var parts = (letter.position() == null ? "" : letter.position()).split(":", 3);
    return new SourceLocation(
        parts.length < 3 ? "" : parts[2], number(parts, 0), number(parts, 1), 0);
  }

  private static long number(String[] parts, int place) {
    try {
      return place < parts.length ? Long.parseLong(parts[place]) : 0;
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
