package io.tarn.ingest.json;

import java.util.List;

/// JSON text without white space: keys in source order, numbers as written, only the escapes that
/// JSON demands. Strings are made storable, so that a database can read the text as JSON again.
public final class CompactJson {
  private CompactJson() {}

  /// The value's text.
  public static String of(Json value) {
    var out = new StringBuilder(64);
    append(out, value);
    return out.toString();
  }

  /// Appends the value's text.
  public static void append(StringBuilder out, Json value) {
    switch (value) {
      case Json.Text(var text) -> quote(out, StorableText.of(text));
      case Json.Numeral(var token) -> out.append(token);
      case Json.Truth(var truth) -> out.append(truth);
      case Json.Null() -> out.append("null");
      case Json.Sequence(var elements) -> appendElements(out, elements);
      case Json.Structure(var members) -> appendMembers(out, members);
    }
  }

  /// Appends text as a JSON string.
  public static void quote(StringBuilder out, String text) {
    out.append('"');
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, done, i);
        appendEscape(out, c);
        done = i + 1;
      }
    }
    out.append(text, done, text.length()).append('"');
  }

  private static void appendElements(StringBuilder out, List<Json> elements) {
    out.append('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      append(out, elements.get(i));
    }
    out.append(']');
  }

  private static void appendMembers(StringBuilder out, List<Json.Member> members) {
    out.append('{');
    for (int i = 0; i < members.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      quote(out, StorableText.of(members.get(i).name()));
      append(out.append(':'), members.get(i).value());
    }
    out.append('}');
  }

  private static void appendEscape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append("\\u00").append(hex(c >> 4)).append(hex(c & 15));
    }
  }

  private static char hex(int digit) {
    return Character.forDigit(digit, 16);
  }
}
