package io.tarn.service.problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The values that a field of fixed values may have.
public final class AllowedValues {
  private static final Pattern CHOICE = Pattern.compile("[A-Za-z0-9_:-]+(\\|[A-Za-z0-9_:-]+)*");

  private AllowedValues() {}

  /// The values of a regular expression that is nothing but a choice: `active|suspended`.
  public static Optional<List<String>> of(String regexp) {
    return CHOICE.matcher(regexp).matches()
        ? Optional.of(List.of(regexp.split("\\|")))
        : Optional.empty();
  }

  /// How a refusal of another value goes on after the field's name.
  public static String refusal(List<String> values) {
    return values.size() == 1
        ? "must be " + values.getFirst()
        : "must be one of " + String.join(", ", values);
  }
}
