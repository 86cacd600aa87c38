package io.tarn.ingest.intake.form;

/// A place in a text.
///
/// @param offset bytes before it
/// @param line its line, counted from 1
/// @param isExact whether the text stands there literally; else it was decoded from what stands
///     there, and everything in it has the same place
record Spot(long offset, long line, boolean isExact) {
  static final Spot BEGIN = new Spot(0, 1, true);

  /// The place of what was decoded from here.
  Spot decoded() {
    return new Spot(offset, line, false);
  }

  /// The place so many bytes further in the same line.
  Spot moved(long by) {
    return new Spot(offset + by, line, isExact);
  }

  /// The place so many bytes further in a text that begins here.
  Spot moved(byte[] text, int by) {
    if (!isExact) {
      return this;
    }
    long lines = 0;
    for (int i = 0; i < by; i++) {
      lines += text[i] == '\n' ? 1 : 0;
    }
    return new Spot(offset + by, line + lines, true);
  }
}
