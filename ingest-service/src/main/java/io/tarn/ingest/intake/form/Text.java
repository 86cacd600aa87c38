package io.tarn.ingest.intake.form;

import java.util.Arrays;

/// White space in a text.
final class Text {
  private Text() {}

  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /// The bytes without white space at their ends.
  static byte[] trimmed(byte[] bytes) {
    int from = afterSpace(bytes, 0);
    int to = bytes.length;
    while (to > from && isSpace(bytes[to - 1])) {
      to--;
    }
    return to - from == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
  }

  /// The index of the first byte from here on that is no white space, or the text's length.
  static int afterSpace(byte[] text, int from) {
    int at = from;
    while (at < text.length && isSpace(text[at])) {
      at++;
    }
    return at;
  }
}
