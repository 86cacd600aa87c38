package io.tarn.ingest.intake.unpack;

import io.tarn.ingest.record.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// What a client sends: counted, and with its connection's failure kept, so that what came before
/// can be dealt with first. Not thread-safe.
public final class SentBody extends InputStream {
  private final InputStream in;
  private long count;
  private @Nullable IOException failure;

  public SentBody(InputStream in) {
    this.in = in;
  }

  /// How many bytes have come so far.
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int read = failure == null ? in.read(into, offset, length) : -1;
      count += Math.max(read, 0);
      return read;
    } catch (IOException cause) {
      failure = cause;
      throw new BrokenStreamException(
          RejectionReason.CONNECTION_CUT, "the connection ended after " + count + " bytes");
    }
  }

  /// Reads what is left, so that the sender comes to its end, and throws what broke the connection.
  public void finish() throws IOException {
    var rest = new byte[Source.CHUNK];
    while (failure == null && in.read(rest) >= 0) {
      // nobody needs it
    }
    if (failure != null) {
      throw failure;
    }
  }
}
