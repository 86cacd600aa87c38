package io.tarn.sql.parameter;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A parameter as its author declares it. `{{name}}` in the statement stands for one value of it.
/// Whether a declaration makes sense is said by [ParameterRules].
///
/// @param name as it is written in the statement
/// @param label what a form shows instead of the name
/// @param help what it is, for whoever fills a form
/// @param isRequired whether there must be a value; without one, and without a default, it is NULL
/// @param fallback the value where none is given, in the form of [ParameterValues]
/// @param choices what a choice is made from; empty for other types
/// @param min the least number
/// @param max the greatest number
/// @param maxLength of a text, in characters
/// @param itemType of what a list is made; text for other types
public record Parameter(
    String name,
    ParameterType type,
    @Nullable String label,
    @Nullable String help,
    boolean isRequired,
    @Nullable Object fallback,
    List<String> choices,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer maxLength,
    ParameterType itemType) {
  static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

  public Parameter {
    choices = List.copyOf(choices);
  }

  /// A parameter that must have a value, without limits.
  public static Parameter of(String name, ParameterType type) {
    return of(name, type, null);
  }

  /// A parameter without limits.
  public static Parameter of(String name, ParameterType type, @Nullable Object fallback) {
    return new Parameter(
        name, type, null, null, true, fallback, List.of(), null, null, null, ParameterType.TEXT);
  }
}
