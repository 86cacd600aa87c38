package io.tarn.sql.parameter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tarn.sql.parameter.ParameterException.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A parameter as files and requests declare it. `{{name}}` in the statement stands for its value.
///
/// @param name letters, digits and `_`; the statement has it between double braces
/// @param type text, integer, number, boolean, date, timestamp, time-range, list, account, region,
///     principal, event-name, function, choice or cidr
/// @param label what a form shows instead of the name
/// @param help what the value is for
/// @param required whether there must be a value, as there must if this is absent; otherwise NULL
///     stands for a missing one
/// @param fallback the value where none is given
/// @param choices what a choice is made from
/// @param min the least number
/// @param max the greatest number
/// @param maxLength how many characters a text has at most
/// @param of the type of the items of a list; text if absent
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParameterDeclaration(
    String name,
    String type,
    @Nullable String label,
    @Nullable String help,
    @Nullable Boolean required,
    @JsonProperty("default") @Nullable Object fallback,
    @Nullable List<String> choices,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer maxLength,
    @Nullable String of) {

  /// The parameters that are declared.
  ///
  /// @throws ParameterException with all that is missing or of an unknown type
  public static List<Parameter> parameters(List<ParameterDeclaration> declarations) {
    var faults = new ArrayList<Fault>();
    for (int index = 0; index < declarations.size(); index++) {
      declarations.get(index).check("parameters[" + index + "]", faults);
    }
    if (!faults.isEmpty()) {
      throw new ParameterException(faults);
    }
    return declarations.stream().map(ParameterDeclaration::parameter).toList();
  }

  /// The declaration of a parameter, without what goes without saying.
  public static ParameterDeclaration of(Parameter parameter) {
    return new ParameterDeclaration(
        parameter.name(),
        parameter.type().wireName(),
        parameter.label(),
        parameter.help(),
        parameter.isRequired() ? null : false,
        parameter.fallback(),
        parameter.choices().isEmpty() ? null : parameter.choices(),
        parameter.min(),
        parameter.max(),
        parameter.maxLength(),
        parameter.itemType() == ParameterType.TEXT ? null : parameter.itemType().wireName());
  }

  private void check(String place, List<Fault> faults) {
    if (name == null) {
      faults.add(new Fault(place + ".name", "is required"));
    }
    if (type == null || ParameterType.of(type).isEmpty()) {
      faults.add(new Fault(place + ".type", "must be one of " + ParameterType.wireNames()));
    }
    if (of != null && ParameterType.of(of).isEmpty()) {
      faults.add(new Fault(place + ".of", "must be one of " + ParameterType.wireNames()));
    }
    if (choices != null && choices.stream().anyMatch(Objects::isNull)) {
      faults.add(new Fault(place + ".choices", "must not have null"));
    }
  }

  private Parameter parameter() {
    return new Parameter(
        name,
        ParameterType.of(type).orElseThrow(),
        label,
        help,
        required == null || required,
        fallback,
        choices == null ? List.of() : choices,
        min,
        max,
        maxLength,
        of == null ? ParameterType.TEXT : ParameterType.of(of).orElseThrow());
  }
}
