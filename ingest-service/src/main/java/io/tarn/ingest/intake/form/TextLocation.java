package io.tarn.ingest.intake.form;

/// A location in a text.
///
/// @param offset bytes before it
/// @param line its line, counted from 1
/// @param isExact whether the text stands there literally; else it was decoded from what stands
///     there, and everything in it has the same location
record TextLocation(long offset, long line, boolean isExact) {
  static final TextLocation BEGIN = new TextLocation(0, 1, true);

  /// The location of what was decoded from here.
  TextLocation decoded() {
    return new TextLocation(offset, line, false);
  }

  /// The location so many bytes further in the same line.
  TextLocation moved(long by) {
    return new TextLocation(offset + by, line, isExact);
  }

  /// The location so many bytes further in a text that begins here.
  TextLocation moved(byte[] text, int by) {
    if (!isExact) {
      return this;
    }
    long lines = 0;
    for (int i = 0; i < by; i++) {
      lines += text[i] == '\n' ? 1 : 0;
    }
    return new TextLocation(offset + by, line + lines, true);
  }
}
