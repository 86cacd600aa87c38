package io.tarn.ingest.intake.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A look at a stream through a window: bytes one at a time, with the place in the stream, and the
/// bytes since a mark as long as they are no more than a limit. Not thread-safe.
final class Window {
  static final int END = -1;

  private static final int CHUNK = 64 * 1024;

  private final InputStream in;
  private final int limit;
  private byte[] bytes = new byte[2 * CHUNK];
  private int at;
  private int end;
  private int mark = END;
  private long passed; // stream offset of bytes[0]
  private long line = 1;

  Window(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /// The next byte without going on, or [#END].
  int peek() throws IOException {
    return at < end || fill() ? bytes[at] & 0xff : END;
  }

  /// The next byte, or [#END].
  int next() throws IOException {
    if (at == end && !fill()) {
      return END;
    }
    int next = bytes[at++] & 0xff;
    if (next == '\n') {
      line++;
    }
    return next;
  }

  long offset() {
    return passed + at;
  }

  long line() {
    return line;
  }

  /// Keeps the bytes from here on.
  void mark() {
    mark = at;
  }

  /// Whether the bytes since the mark are still at hand.
  boolean isKept() {
    return mark != END && at - mark <= limit;
  }

  /// The bytes from the mark to here; the mark ends.
  byte[] take() {
    var taken = Arrays.copyOfRange(bytes, mark, at);
    mark = END;
    return taken;
  }

  void unmark() {
    mark = END;
  }

  private boolean fill() throws IOException {
    if (mark != END && at - mark > limit) {
      mark = END;
    }
    discard();
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, limit + 2 * CHUNK));
    }
    int read = in.read(bytes, end, Math.min(CHUNK, bytes.length - end));
    if (read <= 0) {
      return false;
    }
    end += read;
    return true;
  }

  private void discard() {
    int from = mark == END ? at : mark;
    System.arraycopy(bytes, from, bytes, 0, end - from);
    passed += from;
    at -= from;
    end -= from;
    mark = mark == END ? END : 0;
  }
}
