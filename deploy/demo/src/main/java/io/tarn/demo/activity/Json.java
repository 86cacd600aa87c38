package io.tarn.demo.activity;

/// A JSON value as its text. Made by hand, as millions of events are: fields stand in the order
/// in which they are given.
record Json(String text) {
  static final Json EMPTY = new Json("{}");

  /// An object of names and values in turn: texts, numbers, booleans and other [Json].
  static Json of(Object... namesAndValues) {
    var text = new StringBuilder(32 * namesAndValues.length).append('{');
    for (var i = 0; i < namesAndValues.length; i += 2) {
      if (i > 0) {
        text.append(',');
      }
      append(text, namesAndValues[i]);
      append(text.append(':'), namesAndValues[i + 1]);
    }
    return new Json(text.append('}').toString());
  }

  static Json list(Object... values) {
    var text = new StringBuilder("[");
    for (var value : values) {
      append(text.length() > 1 ? text.append(',') : text, value);
    }
    return new Json(text.append(']').toString());
  }

  private static void append(StringBuilder text, Object value) {
    switch (value) {
      case Json json -> text.append(json.text);
      case String words -> appendQuoted(text, words);
      default -> text.append(value);
    }
  }

  static void appendQuoted(StringBuilder text, String words) {
    text.append('"');
    for (var i = 0; i < words.length(); i++) {
      var letter = words.charAt(i);
      if (letter == '"' || letter == '\\') {
        text.append('\\');
      }
      text.append(letter);
    }
    text.append('"');
  }
}
