package io.tarn.sql.function;

import java.util.List;
import java.util.Map;

/// The numbers of types of results: `min ( 38 , p - s + 1 )` of the numbers of the arguments.
final class Calculation {
  private final List<String> tokens;
  private final Map<String, Integer> variables;
  private int next;

  private Calculation(List<String> tokens, Map<String, Integer> variables) {
    this.tokens = tokens;
    this.variables = variables;
  }

  static int of(String text, Map<String, Integer> variables) {
    return new Calculation(List.of(text.split(" ")), variables).sum();
  }

  private int sum() {
    var sum = term();
    while (next < tokens.size() && "+-".contains(tokens.get(next))) {
      sum += take().equals("+") ? term() : -term();
    }
    return sum;
  }

  private int term() {
    var token = take();
    return switch (token) {
      case "min" -> {
        var first = argument();
        yield Math.min(first, argument());
      }
      case "max" -> {
        var first = argument();
        yield Math.max(first, argument());
      }
      default ->
          Character.isDigit(token.charAt(0))
              ? Integer.parseInt(token)
              : variables.getOrDefault(token, 0);
    };
  }

  /// One argument with the parenthesis or comma before it; the last takes the closing one too.
  private int argument() {
    take();
    var value = sum();
    if (next < tokens.size() && tokens.get(next).equals(")")) {
      take();
    }
    return value;
  }

  private String take() {
    return tokens.get(next++);
  }
}
