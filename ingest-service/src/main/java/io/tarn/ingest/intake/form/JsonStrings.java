package io.tarn.ingest.intake.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Decodes the strings of JSON into UTF-8.
final class JsonStrings {
  private static final int BAD = -1;
  private static final String REPLACEMENT = "\uFFFD";

  private final byte[] string;
  private final ByteArrayOutputStream out;
  private int at = 1;

  private JsonStrings(byte[] string) {
    this.string = string;
    this.out = new ByteArrayOutputStream(string.length);
  }

  /// What a string with its quotes says, or null where it is no string.
  static byte @Nullable [] decode(byte[] string) {
    int length = string.length;
    if (length < 2 || string[0] != '"' || string[length - 1] != '"') {
      return null;
    }
    return new JsonStrings(string).decode();
  }

  private byte @Nullable [] decode() {
    int end = string.length - 1;
    while (at < end) {
      int next = string[at++];
      if (next != '\\') {
        out.write(next);
      } else if (at == end || !escape(string[at++])) {
        return null;
      }
    }
    return out.toByteArray();
  }

  private boolean escape(int kind) {
    switch (kind) {
      case '"', '\\', '/' -> out.write(kind);
      case 'b' -> out.write('\b');
      case 'f' -> out.write('\f');
      case 'n' -> out.write('\n');
      case 'r' -> out.write('\r');
      case 't' -> out.write('\t');
      case 'u' -> {
        return unicode();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// A code unit in hex digits; two of them make one character where they belong together.
  private boolean unicode() {
    int unit = unit(at);
    if (unit == BAD) {
      return false;
    }
    at += 4;
    var text = String.valueOf((char) unit);
    if (Character.isHighSurrogate((char) unit) && isEscapeAt(at)) {
      int low = unit(at + 2);
      if (low != BAD && Character.isLowSurrogate((char) low)) {
        text += (char) low;
        at += 6;
      }
    }
    boolean isLone = text.length() == 1 && Character.isSurrogate(text.charAt(0));
    out.writeBytes((isLone ? REPLACEMENT : text).getBytes(StandardCharsets.UTF_8));
    return true;
  }

  private boolean isEscapeAt(int place) {
    return place + 1 < string.length && string[place] == '\\' && string[place + 1] == 'u';
  }

  private int unit(int from) {
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < string.length ? Character.digit(string[i], 16) : BAD;
      if (digit == BAD) {
        return BAD;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
