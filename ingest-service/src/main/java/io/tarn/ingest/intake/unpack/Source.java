package io.tarn.ingest.intake.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes as they come, with a look ahead. Not thread-safe.
public final class Source extends InputStream {
  static final int CHUNK = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer;
  private int at;
  private int end;
  private long passed; // offset of buffer[0]
  private @Nullable IOException failure;

  public Source(InputStream in) {
    this.in = in;
    this.buffer = new byte[CHUNK];
  }

  /// Whether so many bytes are ahead: at most [#CHUNK]. Waits for them. Where the stream breaks, it
  /// ends for now: what came before is read first, then comes the failure.
  public boolean has(int count) {
    while (end - at < count) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  /// The byte so far ahead, which is there.
  public int peek(int ahead) {
    return buffer[at + ahead] & 0xff;
  }

  /// A copy of what is ahead, as far as it is at hand.
  public byte[] ahead(int most) {
    return Arrays.copyOfRange(buffer, at, at + Math.min(most, end - at));
  }

  /// Throws what broke the stream.
  void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /// Goes on by so many bytes; tells whether all of them were there.
  public boolean pass(long count) {
    for (long left = count; left > 0; ) {
      if (!has(1)) {
        return false;
      }
      int step = (int) Math.min(left, end - at);
      at += step;
      left -= step;
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    if (has(1)) {
      return buffer[at++] & 0xff;
    }
    check();
    return -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!has(1)) {
      check();
      return -1;
    }
    int given = Math.min(length, end - at);
    System.arraycopy(buffer, at, into, offset, given);
    at += given;
    return given;
  }

  long offset() {
    return passed + at;
  }

  /// Lends what is at hand until the next call, as if it was read.
  Lent lend() {
    var lent = new Lent(buffer, at, end - at);
    at = end;
    return lent;
  }

  /// Takes back the last so many of the bytes that were lent.
  void takeBack(int count) {
    at -= count;
  }

  /// A part of the buffer.
  @SuppressWarnings("ArrayRecordComponent") // a view, on purpose
  record Lent(byte[] bytes, int offset, int length) {}

  private boolean fill() {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      passed += at;
      end -= at;
      at = 0;
    }
    int read = failure == null ? readOrFail() : -1;
    end += Math.max(read, 0);
    return read > 0;
  }

  private int readOrFail() {
    try {
      return in.read(buffer, end, buffer.length - end);
    } catch (IOException broken) {
      failure = broken;
      return -1;
    }
  }
}
