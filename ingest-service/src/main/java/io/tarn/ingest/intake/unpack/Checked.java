package io.tarn.ingest.intake.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/// Computes the checksum of what is read, and remembers whether reading failed.
final class Checked extends FilterInputStream {
  private final CRC32 checksum = new CRC32();
  private boolean failed;

  Checked(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int read = in.read(into, offset, length);
      checksum.update(into, offset, Math.max(read, 0));
      return read;
    } catch (IOException failure) {
      failed = true;
      throw failure;
    }
  }

  /// Reads what is left, unless reading failed; tells whether it did not.
  boolean isWhole() throws IOException {
    var rest = new byte[8 * 1024];
    while (!failed && read(rest, 0, rest.length) >= 0) {
      // only for the checksum
    }
    return !failed;
  }

  long checksum() {
    return checksum.getValue();
  }
}
