package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.PieceConsumer;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.RejectionReason;
import java.util.Arrays;

/// Hands over what is found in one file, or in one member of an archive, and numbers it. Not
/// thread-safe.
final class PieceOutput {
  private static final byte[] NOTHING = {};

  private final String inside;
  private final PieceConsumer consumer;
  private final int maxEventBytes;
  private long records;

  PieceOutput(String inside, PieceConsumer consumer, int maxEventBytes) {
    this.inside = inside;
    this.consumer = consumer;
    this.maxEventBytes = maxEventBytes;
  }

  String inside() {
    return inside;
  }

  /// Something that may be an event.
  void candidate(TextLocation location, byte[] bytes) throws InterruptedException {
    if (bytes.length > maxEventBytes) {
      tooLarge(location, bytes.length, Arrays.copyOf(bytes, maxEventBytes));
    } else {
      records++;
      consumer.accept(new Piece.Candidate(source(location), bytes));
    }
  }

  void tooLarge(TextLocation location, long length, byte[] beginning) throws InterruptedException {
    broken(location, RejectionReason.TOO_LARGE, length + " bytes", beginning);
  }

  void digestFile(TextLocation location, byte[] bytes) throws InterruptedException {
    records++;
    consumer.accept(new Piece.DigestFile(source(location), bytes));
  }

  /// A record that cannot be read.
  void broken(TextLocation location, RejectionReason reason, String detail, byte[] bytes)
      throws InterruptedException {
    records++;
    consumer.accept(new Piece.Broken(source(location), reason, detail, bytes));
  }

  /// A place between records, or the file itself, that cannot be read.
  void broken(TextLocation location, RejectionReason reason, String detail)
      throws InterruptedException {
    consumer.accept(new Piece.Broken(source(location), reason, detail, NOTHING));
  }

  private SourceLocation source(TextLocation location) {
    return new SourceLocation(inside, records, location.offset(), location.line());
  }
}
