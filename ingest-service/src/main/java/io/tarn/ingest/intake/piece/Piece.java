package io.tarn.ingest.intake.piece;

import io.tarn.ingest.record.RejectionReason;

/// A find in a file, in the order of the file.
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public sealed interface Piece {
  SourceLocation location();

  /// Something that stands where an event may stand: the bytes of its text as they were sent, or
  /// as an envelope held them in a string, without white space around them.
  record Candidate(SourceLocation location, byte[] bytes) implements Piece {}

  /// A part that cannot be read, or something longer than an event may be.
  ///
  /// @param bytes what was read of it; of something too long, its beginning
  record Broken(SourceLocation location, RejectionReason reason, String detail, byte[] bytes)
      implements Piece {}

  /// A digest file of a trail: it proves log files and holds no events.
  ///
  /// @param bytes the whole file, unpacked: its hash is part of the chain
  record DigestFile(SourceLocation location, byte[] bytes) implements Piece {}
}
