package io.tarn.sql.function;

import static java.util.stream.Collectors.joining;

import io.tarn.common.schema.LakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One signature of a function or an aggregate, by Trino's rules. Each engine's renderer knows what
/// to write for it.
///
/// @param name in lower case
public record Function(String name, Kind kind, List<TypePattern> parameters, TypePattern result) {
  public Function {
    parameters = List.copyOf(parameters);
  }

  public enum Kind {
    SCALAR,
    AGGREGATE
  }

  static Function scalar(String name, TypePattern result, TypePattern... parameters) {
    return new Function(name, Kind.SCALAR, List.of(parameters), result);
  }

  static Function aggregate(String name, TypePattern result, TypePattern... parameters) {
    return new Function(name, Kind.AGGREGATE, List.of(parameters), result);
  }

  /// This signature for arguments of these types; empty where they do not fit.
  Optional<Resolved> resolve(List<LakeType> arguments) {
    if (arguments.size() != parameters.size()) {
      return Optional.empty();
    }
    var binding = new Binding();
    for (int i = 0; i < arguments.size(); i++) {
      if (!binding.accepts(parameters.get(i), arguments.get(i))) {
        return Optional.empty();
      }
    }
    var types = new ArrayList<LakeType>();
    parameters.forEach(parameter -> binding.type(parameter).ifPresent(types::add));
    return binding.type(result).map(type -> new Resolved(this, types, type));
  }

  /// The signature as Trino prints it.
  public String display() {
    return parameters.stream().map(Function::display).collect(joining(", ", name + "(", ")"));
  }

  private static String display(TypePattern pattern) {
    return switch (pattern) {
      case TypePattern.Exactly(var type) -> type.display();
      case TypePattern.Variable(var name, _) -> name;
      case TypePattern.MapOf(var key, var value) ->
          "map(" + display(key) + ", " + display(value) + ")";
      case TypePattern.ArrayOf(var element) -> "array(" + display(element) + ")";
    };
  }

  /// A signature with the types of one call.
  public record Resolved(Function function, List<LakeType> parameterTypes, LakeType resultType) {
    public Resolved {
      parameterTypes = List.copyOf(parameterTypes);
    }
  }
}
