package io.tarn.catalog.library;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A file that is no query.
public final class QueryFileException extends RuntimeException {
  private final transient List<Fault> faults;

  /// @param line in the file, from 1
  /// @param field what is wrong: `tags[2]`, `parameters[0].default`; `head` for the head as a whole
  /// @param message what is wrong with it: `is required`
  public record Fault(int line, String field, String message) {
    @Override
    public String toString() {
      return "line %d: %s %s".formatted(line, field, message);
    }
  }

  QueryFileException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
    this.faults = faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
  }

  /// All that is wrong, in the order of the file.
  public List<Fault> faults() {
    return faults;
  }
}
