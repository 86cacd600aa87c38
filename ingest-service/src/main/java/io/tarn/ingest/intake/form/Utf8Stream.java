package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/// A text in UTF-16, as UTF-8. What is no UTF-16 becomes U+FFFD. Not thread-safe.
final class Utf8Stream extends InputStream {
  private static final int CHUNK = 8 * 1024;

  private final Reader text;
  private final char[] characters = new char[CHUNK];
  private int waiting; // the first half of a pair whose second half is still to come
  private byte[] bytes = {};
  private int at;

  /// @param text begins with a byte order mark, which tells the order and is left out
  Utf8Stream(InputStream text) {
    this.text = new InputStreamReader(text, StandardCharsets.UTF_16);
  }

  /// Whether a text in UTF-16 begins here, by its byte order mark.
  static boolean isUtf16(Source text) {
    return text.startsWith(0xFF, 0xFE) || text.startsWith(0xFE, 0xFF);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (at == bytes.length) {
      if (!fill()) {
        return -1;
      }
    }
    int given = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, given);
    at += given;
    return given;
  }

  private boolean fill() throws IOException {
    int read = text.read(characters, waiting, CHUNK - waiting);
    int end = waiting + Math.max(read, 0);
    if (end == 0) {
      return false;
    }
    waiting = read > 0 && Character.isHighSurrogate(characters[end - 1]) ? 1 : 0;
    bytes = new String(characters, 0, end - waiting).getBytes(StandardCharsets.UTF_8);
    at = 0;
    if (waiting > 0) {
      characters[0] = characters[end - 1];
    }
    return true;
  }
}
