package io.tarn.ingest.deadletter;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/// The parts of an original as one stream, of which one is held at a time. Not thread-safe.
final class PartsInputStream extends InputStream {
  private final IntFunction<Optional<byte[]>> parts;
  private byte[] part = {};
  private int place;
  private int next;
  private boolean isAtEnd;

  /// @param parts gives a part by its number from 0, and none after the last
  PartsInputStream(IntFunction<Optional<byte[]>> parts) {
    this.parts = parts;
  }

  @Override
  public int read() {
    return isAvailable() ? part[place++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (!isAvailable()) {
      return -1;
    }
    int read = Math.min(length, part.length - place);
    System.arraycopy(part, place, bytes, from, read);
    place += read;
    return read;
  }

  private boolean isAvailable() {
    while (place == part.length && !isAtEnd) {
      var found = parts.apply(next);
      isAtEnd = found.isEmpty();
      part = found.orElse(part);
      place = isAtEnd ? part.length : 0;
      next++;
    }
    return !isAtEnd;
  }
}
