package io.tarn.sql.parameter;

import java.util.List;
import java.util.stream.Collectors;

/// Values that a statement's parameters do not take.
public final class ParameterException extends RuntimeException {
  private final transient List<Fault> faults;

  /// @param field which value, as `values.period` or `values.names[3]`
  /// @param message what is wrong with it: `is required`
  public record Fault(String field, String message) {}

  public ParameterException(List<Fault> faults) {
    super(
        faults.stream()
            .map(fault -> fault.field() + " " + fault.message())
            .collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
