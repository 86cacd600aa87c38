package io.tarn.ingest.intake.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes as they come, with a look ahead. Not thread-safe.
public final class Source extends InputStream {
  static final int CHUNK = 64 * 1024;

  /// Most files and members are small.
  private static final int FIRST_CHUNK = 8 * 1024;

  private final InputStream in;
  private byte[] buffer;
  private int at;
  private int end;
  private long passed; // offset of buffer[0]
  private @Nullable IOException failure;

  public Source(InputStream in) {
    this.in = in;
    this.buffer = new byte[FIRST_CHUNK];
  }

  /// Whether so many bytes are ahead: at most [#CHUNK]. Waits for them. Where the stream breaks,
  /// it ends for now: what came before is read first, then comes the failure.
  public boolean has(int count) {
    while (end - at < count) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  /// Whether these bytes are ahead.
  public boolean startsWith(int... bytes) {
    boolean isSo = has(bytes.length);
    for (int i = 0; isSo && i < bytes.length; i++) {
      isSo = peek(i) == bytes[i];
    }
    return isSo;
  }

  /// The byte so far ahead, which is there.
  public int peek(int ahead) {
    return buffer[at + ahead] & 0xff;
  }

  /// A copy of what is ahead, as far as it is at hand.
  public byte[] ahead(int most) {
    return Arrays.copyOfRange(buffer, at, at + Math.min(most, end - at));
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
    return has(1) ? buffer[at++] & 0xff : end();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (!has(1)) {
      return end();
    }
    int given = Math.min(length, end - at);
    System.arraycopy(buffer, at, into, offset, given);
    at += given;
    return given;
  }

  long offset() {
    return passed + at;
  }

  private int end() throws IOException {
    if (failure != null) {
      throw failure;
    }
    return -1;
  }

  private boolean fill() {
    if (end == buffer.length && buffer.length < CHUNK) {
      var longer = new byte[CHUNK];
      System.arraycopy(buffer, at, longer, at, end - at);
      buffer = longer;
    }
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
