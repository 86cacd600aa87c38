package io.tarn.sql.generated;

import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads types as the table of functions writes them.
final class TypeText {
  private static final String ROW_FIELD = "[a-z]+ (varchar|bigint).*";

  private TypeText() {}

  static Type parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return Arrays.stream(Type.Simple.values())
          .filter(type -> type.display().equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(text));
    }
    var parts = parts(text.substring(open + 1, text.lastIndexOf(')')));
    return switch (text.substring(0, open)) {
      case "array" -> new Type.Array(parse(parts.getFirst()));
      case "map" -> new Type.MapOf(parse(parts.get(0)), parse(parts.get(1)));
      case "row" -> new Type.Row(parts.stream().map(TypeText::field).toList());
      case "decimal" -> new Type.Decimal(number(parts.get(0)), number(parts.get(1)));
      case "time" -> new Type.Time(number(parts.getFirst()));
      case "timestamp" ->
          text.endsWith("zone")
              ? new Type.ZonedTimestamp(number(parts.getFirst()))
              : new Type.Timestamp(number(parts.getFirst()));
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Type.Field field(String text) {
    return text.matches(ROW_FIELD)
        ? new Type.Field(
            text.substring(0, text.indexOf(' ')), parse(text.substring(text.indexOf(' ') + 1)))
        : new Type.Field(null, parse(text));
  }

  private static int number(String text) {
    return Integer.parseInt(text.strip());
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      var sign = at == text.length() ? ',' : text.charAt(at);
      if (sign == ',' && depth == 0) {
        parts.add(text.substring(start, at).strip());
        start = at + 1;
      }
      depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
    }
    return parts;
  }
}
