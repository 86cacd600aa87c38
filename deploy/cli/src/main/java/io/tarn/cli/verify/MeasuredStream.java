package io.tarn.cli.verify;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Hashes and counts what is read, and ends after a given length.
final class MeasuredStream extends FilterInputStream {
  private final MessageDigest digest = sha256();
  private final long most;
  private long bytes;

  MeasuredStream(InputStream stream, long most) {
    super(stream);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length > 0 && bytes >= most) {
      return -1;
    }
    int read = in.read(buffer, offset, (int) Math.min(length, most - bytes));
    if (read > 0) {
      digest.update(buffer, offset, read);
      bytes += read;
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes(Math.clamp(count, 0, 8192)).length;
  }

  /// Says that there is more as long as nothing ended: what unpacks a file of several members
  /// would else stop after the first.
  @Override
  public int available() {
    return bytes < most ? 1 : 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// Reads what is left.
  void drain() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  long bytes() {
    return bytes;
  }

  /// Of all that was read, as lower-case hex.
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("SHA-256 is missing", impossible);
    }
  }
}
