package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.PieceConsumer;
import io.tarn.ingest.intake.piece.Position;
import io.tarn.ingest.record.RejectionReason;
import java.util.Arrays;

/// Hands over what is found in one file, or in one member of an archive, and numbers it. Not
/// thread-safe.
final class Output {
  private static final byte[] NOTHING = {};

  private final String inside;
  private final PieceConsumer consumer;
  private final int maxEventBytes;
  private Spot end = Spot.BEGIN;
  private long records;

  Output(String inside, PieceConsumer consumer, int maxEventBytes) {
    this.inside = inside;
    this.consumer = consumer;
    this.maxEventBytes = maxEventBytes;
  }

  String inside() {
    return inside;
  }

  /// Where the text goes on that was read so far.
  Spot end() {
    return end;
  }

  void ended(Spot at) {
    end = at;
  }

  /// Something that may be an event.
  void candidate(Spot spot, byte[] bytes) throws InterruptedException {
    if (bytes.length > maxEventBytes) {
      tooLarge(spot, bytes.length, Arrays.copyOf(bytes, maxEventBytes));
    } else {
      records++;
      consumer.accept(new Piece.Candidate(position(spot), bytes));
    }
  }

  void tooLarge(Spot spot, long length, byte[] beginning) throws InterruptedException {
    broken(spot, RejectionReason.TOO_LARGE, length + " bytes", beginning);
  }

  void digestFile(Spot spot, byte[] bytes) throws InterruptedException {
    records++;
    consumer.accept(new Piece.DigestFile(position(spot), bytes));
  }

  /// A record that cannot be read.
  void broken(Spot spot, RejectionReason reason, String detail, byte[] bytes)
      throws InterruptedException {
    records++;
    consumer.accept(new Piece.Broken(position(spot), reason, detail, bytes));
  }

  /// A place between records, or the file itself, that cannot be read.
  void broken(Spot spot, RejectionReason reason, String detail) throws InterruptedException {
    consumer.accept(new Piece.Broken(position(spot), reason, detail, NOTHING));
  }

  private Position position(Spot spot) {
    return new Position(inside, records, spot.offset(), spot.line());
  }
}
