package io.tarn.ingest.intake.piece;

import io.tarn.ingest.record.RejectionReason;

/// What is found next in a file.
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public sealed interface Piece {
  Position position();

  /// Something that stands where an event may stand: the bytes of its text as they were sent, or
  /// as an envelope held them in a string, without white space around them.
  record Candidate(Position position, byte[] bytes) implements Piece {}

  /// A place that cannot be read, or something longer than an event may be.
  ///
  /// @param bytes what was read of it; of something too long, its beginning
  record Broken(Position position, RejectionReason reason, String detail, byte[] bytes)
      implements Piece {}

  /// A digest file of a trail: it proves log files and holds no events.
  ///
  /// @param bytes the whole file, unpacked: its hash is part of the chain
  record DigestFile(Position position, byte[] bytes) implements Piece {}
}
