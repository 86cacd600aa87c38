package io.tarn.ingest.intake.piece;

/// Takes the pieces of a file in their order. May wait: the file is read no faster than that.
@FunctionalInterface
public interface PieceConsumer {
  void accept(Piece piece) throws InterruptedException;
}
