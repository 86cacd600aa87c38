package io.tarn.ingest.intake.piece;

/// The location of a piece in what a client sent, after unpacking.
///
/// @param inside the names of the archives' members that hold it, joined by `!`; empty where the
///     file is no archive
/// @param record which record of the file (or member) it is, counted from 1
/// @param byteOffset bytes before it; for what an envelope holds as a string, before the envelope
/// @param line its line, counted from 1
public record SourceLocation(String inside, long record, long byteOffset, long line) {
  private static final int LONGEST_INSIDE = 1024;

  /// Member names of archives may be as long as 64 KiB each; of longer ones the beginning is shown.
  public SourceLocation {
    if (inside.length() > LONGEST_INSIDE) {
      inside = inside.substring(0, LONGEST_INSIDE - 1) + "…";
    }
  }

  /// A location in a file that is no archive.
  public SourceLocation(long record, long byteOffset, long line) {
    this("", record, byteOffset, line);
  }

  /// The form in a Kafka header: `record:byte`, and `:member` in an archive.
  public String text() {
    return record + ":" + byteOffset + (inside.isEmpty() ? "" : ":" + inside);
  }
}
