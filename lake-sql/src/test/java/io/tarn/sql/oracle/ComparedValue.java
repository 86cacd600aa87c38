package io.tarn.sql.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values in a form in which `equals` nearly tells whether they are the same.
final class ComparedValue {
  private static final MathContext DIGITS = new MathContext(12);
  private static final double TOLERANCE = 1e-12;
  private static final Pattern TIMED = Pattern.compile("\\btime(stamp)?\\b");
  private static final Pattern TIME =
      Pattern.compile("((?:\\d{4,}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d+))?( ?\\D.*)?");

  private ComparedValue() {}

  /// @param type of the column
  static @Nullable Object of(@Nullable Object value, String type) {
    return switch (value) {
      case null -> null;
      case byte[] bytes -> new Bytes(HexFormat.of().formatHex(bytes));
      case Double number -> new Real(number);
      case BigDecimal number -> number.stripTrailingZeros();
      case Number whole -> BigDecimal.valueOf(whole.longValue()).stripTrailingZeros();
      case String text when TIMED.matcher(type).find() -> toMillis(text);
      case List<?> list -> list(list, type);
      case Map<?, ?> map -> map(map, type);
      default -> value;
    };
  }

  private static List<@Nullable Object> list(List<?> values, String type) {
    var list = new ArrayList<@Nullable Object>();
    for (var value : values) {
      list.add(of(value, type));
    }
    return list;
  }

  private static Map<@Nullable Object, @Nullable Object> map(Map<?, ?> values, String type) {
    var map = new HashMap<@Nullable Object, @Nullable Object>();
    for (var entry : values.entrySet()) {
      map.put(of(entry.getKey(), type), of(entry.getValue(), type));
    }
    return map;
  }

  private static String toMillis(String text) {
    var parts = TIME.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    var fraction = Objects.requireNonNullElse(parts.group(2), "") + "000";
    return parts.group(1)
        + "."
        + fraction.substring(0, 3)
        + Objects.requireNonNullElse(parts.group(3), "");
  }

  /// The same, also where two doubles lie on both sides of a border between 12-digit numbers.
  static boolean isSame(@Nullable Object one, @Nullable Object other) {
    if (Objects.equals(one, other)) {
      return true;
    }
    if (one instanceof Real(var a) && other instanceof Real(var b)) {
      return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
    if (one instanceof List<?> a && other instanceof List<?> b) {
      return areSame(a, b);
    }
    return one instanceof Map<?, ?> a
        && other instanceof Map<?, ?> b
        && a.keySet().equals(b.keySet())
        && a.keySet().stream().allMatch(key -> isSame(a.get(key), b.get(key)));
  }

  private static boolean areSame(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!isSame(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private record Bytes(String hex) {
    @Override
    public String toString() {
      return "x'" + hex + "'";
    }
  }

  /// A double, equal to those with the same 12 digits.
  private record Real(double value) {
    private Object rounded() {
      return Double.isFinite(value)
          ? new BigDecimal(value).round(DIGITS).stripTrailingZeros()
          : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Real real && rounded().equals(real.rounded());
    }

    @Override
    public int hashCode() {
      return rounded().hashCode();
    }

    @Override
    public String toString() {
      return Double.toString(value);
    }
  }
}
