package io.tarn.sql.function;

import io.tarn.sql.function.TypePattern.Family;
import io.tarn.sql.function.TypePattern.Precise;
import io.tarn.sql.function.TypePattern.Requirement;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the signatures of the table: `array_max(array(T)): T where T orderable`.
final class SignatureParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\.\\.\\.|[A-Za-z_$][\\w$]*|[0-9]+|[-+(),:]");

  private final List<String> tokens;
  private final Map<String, Requirement> requirements = new HashMap<>();
  private final String text;
  private int next;

  /// @param isVariadic whether the last parameter may be repeated
  record Signature(
      String name, List<TypePattern> parameters, boolean isVariadic, TypePattern result) {
    Signature {
      parameters = List.copyOf(parameters);
    }
  }

  private SignatureParser(String text) {
    this.text = text;
    var parts = text.split(" where ", 2);
    this.tokens = TOKEN.matcher(parts[0]).results().map(token -> token.group()).toList();
    if (parts.length > 1) {
      Arrays.stream(parts[1].split(", "))
          .map(words -> words.strip().split(" "))
          .forEach(
              words ->
                  requirements.put(
                      words[0], Requirement.valueOf(words[1].toUpperCase(Locale.ROOT))));
    }
  }

  static Signature parse(String text) {
    return new SignatureParser(text).signature();
  }

  private Signature signature() {
    var name = take();
    expect("(");
    var parameters = new ArrayList<TypePattern>();
    var variadic = false;
    while (!peek().equals(")")) {
      parameters.add(pattern());
      if (peek().equals("...")) {
        take();
        variadic = true;
      }
      if (peek().equals(",")) {
        take();
      }
    }
    expect(")");
    expect(":");
    return new Signature(name, parameters, variadic, pattern());
  }

  private TypePattern pattern() {
    var name = take();
    return switch (name) {
      case "array" -> new TypePattern.ArrayOf(parts().getFirst());
      case "map" -> {
        var parts = parts();
        yield new TypePattern.MapOf(parts.get(0), parts.get(1));
      }
      case "row" -> new TypePattern.RowOf(parts());
      case "function" -> {
        var parts = parts();
        yield new TypePattern.FunctionOf(parts.subList(0, parts.size() - 1), parts.getLast());
      }
      case "decimal" -> new Precise(Family.DECIMAL, numbers());
      case "time" -> new Precise(Family.TIME, numbers());
      case "timestamp" -> {
        var numbers = numbers();
        yield new Precise(isWithZone() ? Family.ZONED_TIMESTAMP : Family.TIMESTAMP, numbers);
      }
      case "interval" -> interval();
      default ->
          name.length() == 1
              ? new TypePattern.Variable(name, requirements.getOrDefault(name, Requirement.NONE))
              : new TypePattern.Exactly(Type.Simple.valueOf(name.toUpperCase(Locale.ROOT)));
    };
  }

  /// `(p, s)`, or calculations such as `(min(38, p + 1), s)`.
  private List<String> numbers() {
    expect("(");
    var numbers = new ArrayList<String>();
    var number = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      var token = take();
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth == 0 || (depth == 1 && token.equals(","))) {
        numbers.add(number.toString().strip());
        number.setLength(0);
      } else {
        number.append(token).append(' ');
      }
    }
    return numbers;
  }

  private boolean isWithZone() {
    var isZoned = isNext("with");
    if (isZoned) {
      List.of("with", "time", "zone").forEach(this::expect);
    }
    return isZoned;
  }

  private TypePattern interval() {
    var isOfDays = take().equals("day");
    expect("to");
    take();
    return new TypePattern.Exactly(isOfDays ? Type.INTERVAL_DAY : Type.INTERVAL_YEAR);
  }

  private List<TypePattern> parts() {
    expect("(");
    var parts = new ArrayList<TypePattern>();
    parts.add(pattern());
    while (isNext(",")) {
      take();
      parts.add(pattern());
    }
    expect(")");
    return parts;
  }

  private boolean isNext(String token) {
    return peek().equals(token);
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  private String take() {
    if (next == tokens.size()) {
      throw new IllegalArgumentException("the signature ends too early: " + text);
    }
    return tokens.get(next++);
  }

  private void expect(String token) {
    if (!take().equals(token)) {
      throw new IllegalArgumentException(token + " is missing in the signature " + text);
    }
  }
}
