package io.tarn.sql.function;

import static java.util.stream.Collectors.joining;

import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;

/// One signature of a function: a line of the table.
///
/// @param name in lower case
/// @param isVariadic whether the last parameter may be repeated
/// @param template what PostgreSQL is asked for it, see [FunctionTable]
/// @param help one sentence for people
public record Function(
    String name,
    Kind kind,
    List<TypePattern> parameters,
    boolean isVariadic,
    TypePattern result,
    String template,
    String help) {
  public Function {
    parameters = List.copyOf(parameters);
  }

  /// Where a function can stand.
  public enum Kind {
    SCALAR,
    AGGREGATE,
    WINDOW
  }

  /// The signature as Trino prints it, with its result.
  public String display() {
    var repeated = isVariadic ? "..." : "";
    return parameters.stream().map(TypePattern::display).collect(joining(", ", name + "(", ""))
        + repeated
        + "): "
        + result.display();
  }

  /// What is expected at an index of the arguments; an index beyond the last parameter is one of
  /// its repetitions.
  public TypePattern parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  boolean takes(int arguments) {
    return isVariadic ? arguments >= parameters.size() : arguments == parameters.size();
  }

  boolean isGeneric() {
    return result.isGeneric() || parameters.stream().anyMatch(TypePattern::isGeneric);
  }

  /// A signature with the types of one call.
  public record Resolved(Function function, List<Type> parameterTypes, Type resultType) {
    public Resolved {
      parameterTypes = List.copyOf(parameterTypes);
    }
  }

  /// The patterns for so many arguments.
  List<TypePattern> patterns(int arguments) {
    var patterns = new ArrayList<TypePattern>();
    for (int index = 0; index < arguments; index++) {
      patterns.add(parameter(index));
    }
    return patterns;
  }
}
