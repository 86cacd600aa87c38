package io.tarn.ingest.intake.unpack;

/// Numbers ahead in a source, lowest byte first.
final class LittleEndian {
  private LittleEndian() {}

  static int two(Source source, int ahead) {
    return source.peek(ahead) | source.peek(ahead + 1) << 8;
  }

  static long four(Source source, int ahead) {
    return two(source, ahead) | (long) two(source, ahead + 2) << 16;
  }

  static long eight(Source source, int ahead) {
    return four(source, ahead) | four(source, ahead + 4) << 32;
  }
}
