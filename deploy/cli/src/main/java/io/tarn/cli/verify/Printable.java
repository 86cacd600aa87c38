package io.tarn.cli.verify;

import java.util.stream.Collectors;

/// Text of others, so that it does nothing to a terminal and stays short.
final class Printable {
  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_OF_A_NAME = 200;

  private Printable() {}

  static String name(String name) {
    return shown(name, MOST_OF_A_NAME);
  }

  static String text(String text) {
    return shown(text, MOST_CHARACTERS);
  }

  private static String shown(String text, int most) {
    var shown =
        text.codePoints().limit(most).mapToObj(Printable::shown).collect(Collectors.joining());
    return text.codePointCount(0, text.length()) > most ? shown + "..." : shown;
  }

  private static String shown(int character) {
    if (Character.isWhitespace(character)) {
      return " ";
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          "\\u%04x".formatted(character);
      default -> Character.toString(character);
    };
  }
}
