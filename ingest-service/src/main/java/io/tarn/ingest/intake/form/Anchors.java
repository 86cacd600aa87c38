package io.tarn.ingest.intake.form;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/// Finds where a value begins again behind a broken place: at a bracket with a first key that
/// events begin with, or that the file's first value began with. Inside a string of JSON such a
/// place cannot stand: its quotes were escaped. Not thread-safe.
final class Anchors {
  private static final int MAX_SPACE = 256;
  private static final String NO_KEY = "";

  private String learned = NO_KEY;

  /// Takes notice of a value that is whole: the first one tells how the others begin.
  void learn(byte[] value) {
    if (learned.isEmpty() && value[0] == '{') {
      learned = firstKey(i -> i < value.length ? value[i] : Window.END);
    }
  }

  /// Takes notice of how an element of a list begins, be it whole or not.
  void learn(Window window) {
    if (learned.isEmpty() && window.peek() == '{') {
      learned = firstKey(window::peek);
    }
  }

  /// Whether one stands at the window's next byte.
  boolean isNext(Window window) {
    return isAt(window::peek);
  }

  /// Whether the window's next byte is the bracket of an object with a key.
  static boolean isObjectNext(Window window) {
    return window.peek() == '{' && window.peek(afterSpace(window::peek)) == '"';
  }

  /// The first one among the kept bytes from a place on, or -1.
  int find(Window window, int from) {
    int kept = window.kept();
    for (int place = from; place < kept; place++) {
      int at = place;
      if (window.keptByte(place) == '{'
          && isAt(i -> at + i < kept ? window.keptByte(at + i) : window.peek(at + i - kept))) {
        return place;
      }
    }
    return -1;
  }

  private boolean isAt(IntUnaryOperator bytes) {
    var key = bytes.applyAsInt(0) == '{' ? firstKey(bytes) : NO_KEY;
    return !key.isEmpty() && (key.equals(learned) || Names.AT_BEGINNINGS.contains(key));
  }

  private static String firstKey(IntUnaryOperator bytes) {
    int quote = afterSpace(bytes);
    if (bytes.applyAsInt(quote) != '"') {
      return NO_KEY;
    }
    var name = new byte[Names.LONGEST];
    for (int i = 0; i < name.length; i++) {
      int next = bytes.applyAsInt(quote + 1 + i);
      if (next == '"') {
        return new String(name, 0, i, StandardCharsets.UTF_8);
      }
      name[i] = (byte) next;
    }
    return NO_KEY;
  }

  private static int afterSpace(IntUnaryOperator bytes) {
    int place = 1;
    while (place < MAX_SPACE && Text.isSpace(bytes.applyAsInt(place))) {
      place++;
    }
    return place;
  }
}
