package io.tarn.ingest.intake.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/// A stream without its gzip, recognised by its first two bytes.
public final class Unpacked {
  private static final int BUFFER = 64 * 1024;
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;

  private Unpacked() {}

  /// The stream, unpacked where its first bytes say that it is packed.
  public static InputStream of(InputStream in) throws IOException {
    var source = new PushbackInputStream(in, 2);
    int first = source.read();
    int second = first == FIRST ? source.read() : -1;
    pushBack(source, second);
    pushBack(source, first);
    return first == FIRST && second == SECOND
        ? new GZIPInputStream(new Endless(source), BUFFER)
        : source;
  }

  private static void pushBack(PushbackInputStream source, int read) throws IOException {
    if (read >= 0) {
      source.unread(read);
    }
  }

  /// Says that more may come, or the unpacking would stop at the first of several members when the
  /// network pauses between them.
  private static final class Endless extends FilterInputStream {
    Endless(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
