package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.BrokenStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A look at a stream through a window: bytes one at a time, with the place in the stream, and all
/// bytes since a mark, to which it can go back. A stream that breaks ends there. Not thread-safe.
final class Window {
  static final int END = -1;

  private static final int CHUNK = 64 * 1024;

  private final @Nullable InputStream in;
  private byte[] bytes;
  private int at;
  private int end;
  private int mark = END;
  private long passed; // place of bytes[0] in the stream
  private long line;
  private final @Nullable Spot decodedFrom;
  private boolean ended;
  private @Nullable BrokenStreamException failure;

  /// A stream whose first byte stands at a place.
  Window(InputStream in, Spot begin) {
    this.in = in;
    this.bytes = new byte[2 * CHUNK];
    this.passed = begin.offset();
    this.line = begin.line();
    this.decodedFrom = begin.isExact() ? null : begin;
  }

  /// A text that is at hand.
  Window(byte[] text, Spot begin) {
    this.in = null;
    this.bytes = text;
    this.end = text.length;
    this.ended = true;
    this.passed = begin.offset();
    this.line = begin.line();
    this.decodedFrom = begin.isExact() ? null : begin;
  }

  /// Why the stream ended before its end.
  @Nullable BrokenStreamException failure() {
    return failure;
  }

  /// The next byte without going on, or [#END].
  int peek() {
    return at < end || fill() ? bytes[at] & 0xff : END;
  }

  /// The byte so far behind the next one, or [#END].
  int peek(int ahead) {
    while (end - at <= ahead) {
      if (!fill()) {
        return END;
      }
    }
    return bytes[at + ahead] & 0xff;
  }

  /// The next byte, or [#END].
  int next() {
    if (at == end && !fill()) {
      return END;
    }
    int next = bytes[at++] & 0xff;
    if (next == '\n') {
      line++;
    }
    return next;
  }

  /// Goes on to the next byte that is one of these, as far as bytes are at hand.
  void passTo(boolean[] stops) {
    int place = at;
    while (place < end && !stops[bytes[place] & 0xff]) {
      place++;
    }
    at = place;
  }

  long offset() {
    return passed + at;
  }

  Spot spot() {
    return decodedFrom != null ? decodedFrom : new Spot(passed + at, line, true);
  }

  /// Keeps the bytes from here on.
  void mark() {
    mark = at;
  }

  void unmark() {
    mark = END;
  }

  /// How many bytes since the mark; 0 without one.
  int kept() {
    return mark == END ? 0 : at - mark;
  }

  /// A byte since the mark.
  int keptByte(int place) {
    return bytes[mark + place] & 0xff;
  }

  /// A copy of bytes since the mark.
  byte[] kept(int from, int to) {
    return Arrays.copyOfRange(bytes, mark + from, mark + to);
  }

  /// Goes back to so many bytes behind the mark.
  void goBack(int place) {
    for (int i = mark + place; i < at; i++) {
      line -= bytes[i] == '\n' ? 1 : 0;
    }
    at = mark + place;
  }

  private boolean fill() {
    if (ended || in == null) {
      return false;
    }
    discard();
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int read = read(in);
    end += Math.max(read, 0);
    ended = read <= 0;
    return !ended;
  }

  private int read(InputStream stream) {
    try {
      return stream.read(bytes, end, bytes.length - end);
    } catch (IOException broken) {
      failure = BrokenStreamException.of(broken);
      return END;
    }
  }

  private void discard() {
    int from = mark == END ? at : mark;
    boolean isRoomy = bytes.length > 4 * CHUNK && end - from < CHUNK;
    var kept = isRoomy ? new byte[2 * CHUNK] : bytes;
    System.arraycopy(bytes, from, kept, 0, end - from);
    bytes = kept;
    passed += from;
    at -= from;
    end -= from;
    mark = mark == END ? END : 0;
  }
}
