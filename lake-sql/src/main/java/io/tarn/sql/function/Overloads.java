package io.tarn.sql.function;

import io.tarn.sql.type.Type;
import java.util.List;
import java.util.Optional;

/// Finds the signature that a call means, in Trino's three phases: arguments exactly as a signature
/// without variables says, then with variables, then after coercions, of which the most specific
/// counts.
public final class Overloads {
  private Overloads() {}

  /// The signature for these arguments; empty where none fits, or several fit equally.
  public static Optional<Function.Resolved> resolve(
      List<Function> candidates, List<Argument> arguments) {
    return exact(candidates, arguments, false)
        .or(() -> exact(candidates, arguments, true))
        .or(() -> coerced(candidates, arguments));
  }

  private static Optional<Function.Resolved> exact(
      List<Function> candidates, List<Argument> arguments, boolean isGeneric) {
    return candidates.stream()
        .filter(function -> function.isGeneric() == isGeneric)
        .flatMap(function -> Binding.resolve(function, arguments, false).stream())
        .findFirst();
  }

  private static Optional<Function.Resolved> coerced(
      List<Function> candidates, List<Argument> arguments) {
    var fitting =
        candidates.stream()
            .flatMap(function -> Binding.resolve(function, arguments, true).stream())
            .toList();
    var plain = fitting.stream().filter(one -> !one.function().isGeneric()).toList();
    return mostSpecific(fitting)
        .or(() -> mostSpecific(plain))
        .or(() -> onlyNulls(fitting, arguments));
  }

  private static Optional<Function.Resolved> mostSpecific(List<Function.Resolved> fitting) {
    return fitting.stream()
        .filter(one -> fitting.stream().allMatch(other -> isAtLeastAsSpecific(one, other)))
        .findFirst();
  }

  /// Whether the other signature would take what this one takes.
  private static boolean isAtLeastAsSpecific(Function.Resolved one, Function.Resolved other) {
    var arguments =
        one.parameterTypes().stream()
            .<Argument>map(
                type ->
                    type instanceof Type.Lambda lambda ? known(lambda) : new Argument.Value(type))
            .toList();
    return Binding.resolve(other.function(), arguments, true).isPresent();
  }

  private static Argument known(Type.Lambda lambda) {
    return new Argument.Lambda() {
      @Override
      public int arity() {
        return lambda.parameters().size();
      }

      @Override
      public Type resultFor(List<Type> parameters) {
        return lambda.result();
      }
    };
  }

  /// Where only NULLs decide and the result is the same, any of the signatures will do.
  private static Optional<Function.Resolved> onlyNulls(
      List<Function.Resolved> fitting, List<Argument> arguments) {
    var isNull =
        arguments.stream()
            .anyMatch(a -> a instanceof Argument.Value(var type) && type == Type.UNKNOWN);
    var results = fitting.stream().map(Function.Resolved::resultType).distinct().count();
    return isNull && results == 1 ? fitting.stream().findFirst() : Optional.empty();
  }
}
