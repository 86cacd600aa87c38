package io.tarn.sql.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads types as [Type#display] prints them: `map(varchar, bigint)`, `row(type varchar)`.
public final class TypeText {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,2}");

  private TypeText() {}

  /// The type of this text; empty where the text is no type of a value.
  public static Optional<Type> read(String text) {
    return Optional.ofNullable(typeOf(text.strip()));
  }

  private static @Nullable Type typeOf(String text) {
    for (var simple : Type.Simple.values()) {
      if (simple.display().equals(text)) {
        return simple;
      }
    }
    var open = text.indexOf('(');
    return open < 0 ? null : parameterised(text, open);
  }

  private static @Nullable Type parameterised(String text, int open) {
    var close = closing(text, open);
    if (close < 0) {
      return null;
    }
    var parameters = split(text.substring(open + 1, close));
    var rest = text.substring(close + 1).strip();
    return switch (text.substring(0, open).strip()) {
      case "array" -> rest.isEmpty() ? array(parameters) : null;
      case "map" -> rest.isEmpty() ? map(parameters) : null;
      case "row" -> rest.isEmpty() ? row(parameters) : null;
      case "decimal" -> rest.isEmpty() ? decimal(parameters) : null;
      case "varchar", "char" -> rest.isEmpty() ? Type.VARCHAR : null;
      case "time" -> rest.isEmpty() ? time(parameters) : null;
      case "timestamp" -> timestamp(parameters, rest);
      default -> null;
    };
  }

  private static @Nullable Type array(List<String> parameters) {
    var element = parameters.size() == 1 ? typeOf(parameters.getFirst()) : null;
    return element == null ? null : new Type.Array(element);
  }

  private static @Nullable Type map(List<String> parameters) {
    if (parameters.size() != 2) {
      return null;
    }
    var key = typeOf(parameters.getFirst());
    var value = typeOf(parameters.getLast());
    return key == null || value == null ? null : new Type.MapOf(key, value);
  }

  private static @Nullable Type row(List<String> parameters) {
    var fields = new ArrayList<Type.Field>();
    for (var parameter : parameters) {
      var field = field(parameter);
      if (field == null) {
        return null;
      }
      fields.add(field);
    }
    return new Type.Row(fields);
  }

  /// A field without a name is a type; a name ends where the rest is a type.
  private static Type.@Nullable Field field(String text) {
    var whole = typeOf(text);
    if (whole != null) {
      return new Type.Field(null, whole);
    }
    if (text.startsWith("\"")) {
      var end = text.indexOf('"', 1);
      var type = end < 0 ? null : typeOf(text.substring(end + 1).strip());
      return type == null ? null : new Type.Field(text.substring(1, end), type);
    }
    for (int space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) {
      var type = typeOf(text.substring(space + 1).strip());
      if (type != null) {
        return new Type.Field(text.substring(0, space), type);
      }
    }
    return null;
  }

  private static @Nullable Type decimal(List<String> parameters) {
    if (parameters.size() != 2 || !parameters.stream().allMatch(TypeText::isNumber)) {
      return null;
    }
    return new Type.Decimal(
        Integer.parseInt(parameters.getFirst()), Integer.parseInt(parameters.getLast()));
  }

  private static @Nullable Type time(List<String> parameters) {
    return isOneNumber(parameters) ? new Type.Time(Integer.parseInt(parameters.getFirst())) : null;
  }

  private static @Nullable Type timestamp(List<String> parameters, String rest) {
    if (!isOneNumber(parameters)) {
      return null;
    }
    var precision = Integer.parseInt(parameters.getFirst());
    return switch (rest) {
      case "" -> new Type.Timestamp(precision);
      case "with time zone" -> new Type.ZonedTimestamp(precision);
      default -> null;
    };
  }

  private static boolean isOneNumber(List<String> parameters) {
    return parameters.size() == 1 && isNumber(parameters.getFirst());
  }

  private static boolean isNumber(String text) {
    return DIGITS.matcher(text).matches();
  }

  /// The parts between commas that stand in no brackets and no quotes.
  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    int depth = 0;
    boolean isQuoted = false;
    int begin = 0;
    for (int at = 0; at < text.length(); at++) {
      var letter = text.charAt(at);
      isQuoted ^= letter == '"';
      depth += isQuoted ? 0 : depthOf(letter);
      if (letter == ',' && depth == 0 && !isQuoted) {
        parts.add(text.substring(begin, at));
        begin = at + 1;
      }
    }
    parts.add(text.substring(begin));
    return parts.stream().map(String::strip).toList();
  }

  private static int closing(String text, int open) {
    int depth = 0;
    boolean isQuoted = false;
    for (int at = open; at < text.length(); at++) {
      var letter = text.charAt(at);
      isQuoted ^= letter == '"';
      depth += isQuoted ? 0 : depthOf(letter);
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }

  private static int depthOf(char letter) {
    return switch (letter) {
      case '(' -> 1;
      case ')' -> -1;
      default -> 0;
    };
  }
}
