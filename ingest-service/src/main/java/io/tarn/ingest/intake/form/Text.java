package io.tarn.ingest.intake.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Pieces of text as bytes.
final class Text {
  private Text() {}

  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /// The bytes without white space at their ends.
  static byte[] trimmed(byte[] bytes) {
    int from = 0;
    int to = bytes.length;
    while (from < to && isSpace(bytes[from])) {
      from++;
    }
    while (to > from && isSpace(bytes[to - 1])) {
      to--;
    }
    return to - from == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
  }

  /// The bytes without white space and commas at their ends.
  static byte[] withoutSeparators(byte[] bytes) {
    var text = trimmed(bytes);
    while (text.length > 0 && text[text.length - 1] == ',') {
      text = trimmed(Arrays.copyOf(text, text.length - 1));
    }
    return text;
  }

  /// A string without its quotes; escapes stay.
  static String unquoted(byte[] string) {
    return string.length < 2
        ? ""
        : new String(string, 1, string.length - 2, StandardCharsets.UTF_8);
  }

  /// The first two bytes that are no space.
  static FileStart beginning(byte[] text) {
    int first = afterSpace(text, 0);
    int second = afterSpace(text, first + 1);
    return new FileStart(
        first < text.length ? text[first] : Window.END,
        second < text.length ? text[second] : Window.END);
  }

  record FileStart(int first, int second) {}

  private static int afterSpace(byte[] text, int from) {
    int at = from;
    while (at < text.length && isSpace(text[at])) {
      at++;
    }
    return at;
  }

  /// A table of these ASCII characters.
  static boolean[] table(String characters) {
    var table = new boolean[256];
    characters.chars().forEach(c -> table[c] = true);
    return table;
  }
}
