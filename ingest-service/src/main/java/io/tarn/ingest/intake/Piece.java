package io.tarn.ingest.intake;

/// What the splitter finds next.
public sealed interface Piece {
  Position position();

  /// Something that stands where an event may stand: its bytes, without white space around them.
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Candidate(Position position, byte[] bytes) implements Piece {}

  /// Something longer than an event may be; its bytes were passed over.
  record TooLarge(Position position, long length) implements Piece {}

  /// The frame around the events is broken here.
  record BrokenFrame(Position position, String detail) implements Piece {}
}
