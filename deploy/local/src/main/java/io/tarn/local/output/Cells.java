package io.tarn.local.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// A value as plain text: strings and numbers as they are, structures as JSON.
final class Cells {
  private Cells() {}

  static String text(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  /// For a terminal: control characters in an event are shown and not obeyed.
  static String shown(JsonNode value) {
    var text = value.isNull() ? "NULL" : text(value);
    if (text.chars().noneMatch(Cells::isControl)) {
      return text;
    }
    var shown = new StringBuilder();
    text.chars().forEach(character -> append(shown, character));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int character) {
    if (isControl(character)) {
      shown.append(String.format(Locale.ROOT, "\\u%04x", character));
    } else {
      shown.append((char) character);
    }
  }

  /// Control characters, and those that turn the direction of writing.
  private static boolean isControl(int character) {
    return Character.isISOControl(character)
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }
}
