package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.BrokenStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A window that slides over a text: bytes one at a time, or as characters for a parser, and the
/// bytes from a chosen offset on, to which it can go back. A stream that breaks ends there. Not
/// thread-safe.
///
/// Memory is bounded: of more bytes than may be kept, the first and the last ones are.
///
/// ```
///     kept from                      next byte
///        |---- first bytes ----|  ...  |-- at hand --|
/// ```
final class TextWindow {
  static final int END = -1;

  private static final int CHUNK = 64 * 1024;
  private static final int FIRST_CHUNK = 32 * 1024; // most texts are short
  private static final long MAX_REREAD = 64L * 1024 * 1024;
  private static final byte[] NONE = {};

  private final @Nullable InputStream in;
  private final TextLocation begin;
  private final int maxKept;
  private byte[] bytes;
  private int at;
  private int end;
  private long passed; // offset of bytes[0] in the text
  private long line;
  private long keptFrom = Long.MAX_VALUE;
  private byte[] first = NONE; // from keptFrom on, where they are at hand no more
  private long reread;
  private boolean ended;
  private @Nullable BrokenStreamException failure;

  /// A stream whose first byte has a location.
  ///
  /// @param maxKept how many of the bytes that are kept can be read again
  TextWindow(InputStream in, TextLocation begin, int maxKept) {
    this(in, new byte[FIRST_CHUNK], 0, begin, maxKept);
  }

  /// A text that is at hand.
  TextWindow(byte[] text, TextLocation begin) {
    this(null, text, text.length, begin, text.length);
  }

  private TextWindow(
      @Nullable InputStream in, byte[] bytes, int end, TextLocation begin, int maxKept) {
    this.in = in;
    this.bytes = bytes;
    this.end = end;
    this.begin = begin;
    this.maxKept = maxKept;
    this.passed = begin.offset();
    this.line = begin.line();
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

  /// Goes on behind the end of the line.
  void passLine() {
    while (peek() != '\n' && peek() != END) {
      next();
    }
    next();
  }

  long offset() {
    return passed + at;
  }

  long line() {
    return line;
  }

  /// The location of the next byte.
  TextLocation location() {
    return location(offset(), line);
  }

  TextLocation location(long offset, long line) {
    return begin.isExact() ? new TextLocation(offset, line, true) : begin;
  }

  /// Keeps the bytes from an offset on, and more where that is not at hand any more.
  void keepFrom(long offset) {
    if (offset >= passed) {
      keptFrom = offset;
      first = NONE;
    }
  }

  /// Keeps no bytes any more.
  void release() {
    keepFrom(Long.MAX_VALUE);
  }

  /// A copy of bytes that are kept, as far as they are.
  byte[] bytes(long from, long to) {
    return from >= passed
        ? Arrays.copyOfRange(bytes, (int) (from - passed), (int) (to - passed))
        : Arrays.copyOfRange(
            first, (int) (from - keptFrom), (int) Math.min(to - keptFrom, first.length));
  }

  /// Goes to an offset that is at hand, and in this line.
  void goTo(long offset, long line) {
    at = (int) (offset - passed);
    this.line = line;
  }

  /// Goes back to read again; how often that was done is told by [#isReadOften()].
  void goBack(long offset, long line) {
    reread += offset() - offset;
    goTo(offset, line);
  }

  /// Whether so much was read again that it is time to go back no more.
  boolean isReadOften() {
    return reread > MAX_REREAD + offset();
  }

  /// The text from the next byte on, each byte as one character. Reading from it moves the window
  /// on, but does not count lines: go to where the reading ended.
  ///
  /// @param isLine whether it ends with the line
  Reader characters(boolean isLine) {
    return new Reader() {
      private boolean isOver;

      @Override
      public int read(char[] into, int offset, int length) {
        if (isOver || (at == end && !fill())) {
          return END;
        }
        return isLine ? readLine(into, offset, length) : readMuch(into, offset, length);
      }

      private int readMuch(char[] into, int offset, int length) {
        int count = Math.min(length, end - at);
        for (int i = 0; i < count; i++) {
          into[offset + i] = (char) (bytes[at + i] & 0xff);
        }
        at += count;
        return count;
      }

      private int readLine(char[] into, int offset, int length) {
        int count = 0;
        for (int most = Math.min(length, end - at); count < most && !isOver; count++) {
          int next = bytes[at++] & 0xff;
          into[offset + count] = (char) next;
          isOver = next == '\n';
        }
        return count;
      }

      @Override
      public void close() {
        // the stream is its owner's to close
      }
    };
  }

  private boolean fill() {
    if (ended || in == null) {
      return false;
    }
    if (end == bytes.length) {
      makeRoom();
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

  private void makeRoom() {
    int from = (int) Math.min(keptFrom - passed, at);
    if (first.length > 0) {
      from = Math.max(0, at - CHUNK);
    } else if (at - from > maxKept + CHUNK) {
      first = Arrays.copyOfRange(bytes, from, from + maxKept);
      from = at - CHUNK;
    }
    int kept = end - from;
    boolean isRoomy = bytes.length > 4 * CHUNK && kept <= CHUNK;
    boolean isSmall = bytes.length < 2 * CHUNK;
    int size =
        isSmall || kept > bytes.length / 2 ? 2 * bytes.length : isRoomy ? 2 * CHUNK : bytes.length;
    var room = size == bytes.length ? bytes : new byte[size];
    System.arraycopy(bytes, from, room, 0, kept);
    bytes = room;
    passed += from;
    at -= from;
    end -= from;
  }
}
