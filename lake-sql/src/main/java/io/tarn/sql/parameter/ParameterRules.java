package io.tarn.sql.parameter;

import io.tarn.sql.parameter.ParameterException.Fault;
import io.tarn.sql.parameter.ValueReader.Unfit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which declarations of parameters make sense.
public final class ParameterRules {
  public static final int MOST = 50;

  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_HELP = 2000;
  private static final int MOST_CHOICES = 200;

  /// Names that the product gives values to itself: the window of a scheduled run.
  private static final Set<String> RESERVED = Set.of(Parameters.WINDOW);

  private final List<Fault> faults = new ArrayList<>();
  private final Instant now;

  private ParameterRules(Instant now) {
    this.now = now;
  }

  /// What is wrong with declarations, each with its place: `parameters[2].default`.
  ///
  /// @param now what relative defaults are tried with
  public static List<Fault> faults(List<Parameter> declared, Instant now) {
    var rules = new ParameterRules(now);
    if (declared.size() > MOST) {
      return List.of(new Fault("parameters", "must be at most " + MOST));
    }
    var names = new HashSet<String>();
    for (int index = 0; index < declared.size(); index++) {
      var parameter = declared.get(index);
      var place = "parameters[" + index + "]";
      rules.checkName(place, parameter.name(), names);
      rules.checkTexts(place, parameter);
      rules.checkLimits(place, parameter);
      rules.checkDefault(place, parameter);
    }
    return List.copyOf(rules.faults);
  }

  private void checkName(String place, String name, Set<String> names) {
    var folded = name.toLowerCase(Locale.ROOT);
    if (!Parameter.NAME.matcher(name).matches()) {
      refuse(place + ".name", "must be letters, digits and _, and begin with a letter");
    } else if (RESERVED.contains(folded)) {
      refuse(place + ".name", "is a name that scheduled runs give a value to");
    } else if (!names.add(folded)) {
      refuse(place + ".name", "repeats the name of another parameter");
    }
  }

  private void checkTexts(String place, Parameter parameter) {
    checkText(place + ".label", parameter.label(), LONGEST_LABEL);
    checkText(place + ".help", parameter.help(), LONGEST_HELP);
  }

  private void checkText(String place, @Nullable String text, int longest) {
    if (text == null) {
      return;
    }
    if (text.length() > longest) {
      refuse(place, "must have at most " + longest + " characters");
    } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      refuse(place, "must not have control characters");
    }
  }

  private void checkLimits(String place, Parameter parameter) {
    var type = parameter.type();
    var isNumber = isNumber(type) || isNumber(parameter.itemType());
    if (!isNumber && (parameter.min() != null || parameter.max() != null)) {
      refuse(place + ".min", "is for numbers");
    } else if (parameter.min() != null
        && parameter.max() != null
        && parameter.min().compareTo(parameter.max()) > 0) {
      refuse(place + ".max", "must be at least min");
    }
    if (parameter.maxLength() != null
        && (parameter.maxLength() < 1 || parameter.maxLength() > ValueReader.LONGEST_TEXT)) {
      refuse(place + ".maxLength", "must be between 1 and " + ValueReader.LONGEST_TEXT);
    }
    if ((type == ParameterType.CHOICE) == parameter.choices().isEmpty()) {
      refuse(
          place + ".choices",
          type == ParameterType.CHOICE ? "is required" : "is for parameters of type choice");
    } else if (parameter.choices().size() > MOST_CHOICES
        || parameter.choices().stream().anyMatch(c -> c.isBlank() || c.length() > LONGEST_LABEL)) {
      refuse(place + ".choices", "must be at most 200 texts of 1 to 200 characters");
    }
    if (!parameter.itemType().isOfItems()) {
      refuse(place + ".of", "must be a type of single values");
    }
  }

  private static boolean isNumber(ParameterType type) {
    return type == ParameterType.INTEGER || type == ParameterType.NUMBER;
  }

  private void checkDefault(String place, Parameter parameter) {
    if (parameter.fallback() == null) {
      return;
    }
    try {
      new ValueReader(parameter, now).read(parameter.fallback());
    } catch (Unfit unfit) {
      refuse(place + ".default" + unfit.place(), unfit.reason());
    }
  }

  private void refuse(String field, String message) {
    faults.add(new Fault(field, message));
  }
}
