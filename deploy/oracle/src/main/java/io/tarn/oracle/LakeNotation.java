package io.tarn.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a type as Lake prints it.
final class LakeNotation {
  private final String text;
  private int position;

  LakeNotation(String text) {
    this.text = text.replaceAll("\\s", "");
  }

  LakeShape shape() {
    var shape = next();
    if (position != text.length()) {
      throw new IllegalArgumentException("no type: " + text);
    }
    return shape;
  }

  private LakeShape next() {
    var word = word();
    return switch (word) {
      case "string" -> new LakeShape.Text();
      case "boolean" -> new LakeShape.Truth();
      case "integer" -> new LakeShape.Whole();
      case "bigint" -> new LakeShape.Big();
      case "double" -> new LakeShape.Real();
      case "timestamp" -> new LakeShape.Time();
      case "map" -> textMap();
      case "array" -> items();
      case "struct" -> new LakeShape.Struct(fields());
      default -> throw new IllegalArgumentException("no type: " + word + " in " + text);
    };
  }

  private LakeShape textMap() {
    expect("<string,string>");
    return new LakeShape.TextMap();
  }

  private LakeShape items() {
    expect("<");
    var element = next();
    expect(">");
    return new LakeShape.Items(element);
  }

  private List<LakeShape.Field> fields() {
    var fields = new ArrayList<LakeShape.Field>();
    expect("<");
    do {
      var name = word().toLowerCase(Locale.ROOT);
      expect(":");
      fields.add(new LakeShape.Field(name, next()));
    } while (isNext(","));
    expect(">");
    return fields;
  }

  private String word() {
    int start = position;
    while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private void expect(String next) {
    if (!isNext(next)) {
      throw new IllegalArgumentException("no " + next + " at " + position + " of " + text);
    }
  }

  private boolean isNext(String next) {
    if (!text.startsWith(next, position)) {
      return false;
    }
    position += next.length();
    return true;
  }
}
