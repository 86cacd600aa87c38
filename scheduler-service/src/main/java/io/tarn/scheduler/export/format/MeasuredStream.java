package io.tarn.scheduler.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts what goes through, and takes its SHA-256. Closing it closes what is below.
final class MeasuredStream extends OutputStream {
  private final OutputStream below;
  private final MessageDigest digest;
  private long bytes;

  MeasuredStream(OutputStream below) {
    this.below = below;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void write(int value) throws IOException {
    below.write(value);
    digest.update((byte) value);
    bytes++;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    below.write(source, offset, length);
    digest.update(source, offset, length);
    bytes += length;
  }

  @Override
  public void flush() throws IOException {
    below.flush();
  }

  @Override
  public void close() throws IOException {
    below.close();
  }

  long bytes() {
    return bytes;
  }

  /// Lower-case hex; to be asked for once, after the last byte.
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
