package io.tarn.ingest.intake.form;

import java.util.Arrays;

/// Bytes without the white space behind them.
final class Trimmed {
  private Trimmed() {}

  static byte[] of(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && EventSplitter.isSpace(bytes[length - 1])) {
      length--;
    }
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
