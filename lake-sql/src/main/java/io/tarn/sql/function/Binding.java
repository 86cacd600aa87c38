package io.tarn.sql.function;

import io.tarn.sql.function.TypePattern.Family;
import io.tarn.sql.function.TypePattern.Precise;
import io.tarn.sql.function.TypePattern.Requirement;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The types that stand for the variables of one signature at one call.
final class Binding {
  private final boolean coerces;
  private final Map<String, Type> variables = new HashMap<>();
  private final Map<Precise, Type> families = new HashMap<>();

  /// @param coerces whether arguments may become other types by themselves
  Binding(boolean coerces) {
    this.coerces = coerces;
  }

  /// The signature for these arguments; empty where they do not fit.
  static Optional<Function.Resolved> resolve(
      Function function, List<Argument> arguments, boolean coerces) {
    if (!function.takes(arguments.size())) {
      return Optional.empty();
    }
    var binding = new Binding(coerces);
    var patterns = function.patterns(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      if (!binding.accepts(patterns.get(i), arguments.get(i))) {
        return Optional.empty();
      }
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Argument.Lambda lambda
          && !binding.acceptsLambda(patterns.get(i), lambda)) {
        return Optional.empty();
      }
    }
    return binding.resolved(function, patterns);
  }

  private Optional<Function.Resolved> resolved(Function function, List<TypePattern> patterns) {
    var types = new ArrayList<Type>();
    for (var pattern : patterns) {
      var type = type(pattern);
      if (type.isEmpty()) {
        return Optional.empty();
      }
      types.add(type.get());
    }
    return type(function.result()).map(result -> new Function.Resolved(function, types, result));
  }

  private boolean accepts(TypePattern pattern, Argument argument) {
    return switch (argument) {
      case Argument.Value(var type) -> accepts(pattern, type);
      case Argument.Lambda lambda ->
          pattern instanceof TypePattern.FunctionOf(var parameters, _)
              && parameters.size() == lambda.arity();
    };
  }

  private boolean accepts(TypePattern pattern, Type argument) {
    return switch (pattern) {
      case TypePattern.Exactly(var type) ->
          coerces ? TypeRules.coerces(argument, type) : argument.equals(type);
      case TypePattern.Variable variable -> acceptsVariable(variable, argument);
      case TypePattern.ArrayOf(var element) ->
          switch (argument) {
            case Type.Array(var type) -> accepts(element, type);
            default -> isNull(argument) && accepts(element, argument);
          };
      case TypePattern.MapOf(var key, var value) ->
          switch (argument) {
            case Type.MapOf(var keyType, var valueType) ->
                accepts(key, keyType) && accepts(value, valueType);
            default -> isNull(argument) && accepts(key, argument) && accepts(value, argument);
          };
      case TypePattern.RowOf(var fields) -> acceptsRow(fields, argument);
      case TypePattern.FunctionOf _ -> false;
      case Precise precise -> acceptsPrecise(precise, argument);
    };
  }

  private boolean isNull(Type argument) {
    return coerces && argument == Type.UNKNOWN;
  }

  private boolean acceptsRow(List<TypePattern> patterns, Type argument) {
    if (!(argument instanceof Type.Row(var fields)) || fields.size() != patterns.size()) {
      return false;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!accepts(patterns.get(i), fields.get(i).type())) {
        return false;
      }
    }
    return true;
  }

  private boolean acceptsVariable(TypePattern.Variable variable, Type argument) {
    var bound = variables.get(variable.name());
    if (bound == null) {
      variables.put(variable.name(), argument);
      return meets(argument, variable.requirement());
    }
    if (!coerces) {
      return bound.equals(argument);
    }
    var common = TypeRules.common(bound, argument);
    common.ifPresent(type -> variables.put(variable.name(), type));
    return common.isPresent();
  }

  private static boolean meets(Type type, Requirement requirement) {
    return switch (requirement) {
      case NONE -> true;
      case COMPARABLE -> TypeRules.isComparable(type);
      case ORDERABLE -> TypeRules.isOrderable(type);
    };
  }

  private boolean acceptsPrecise(Precise pattern, Type argument) {
    var family = pattern.family();
    var type = family.contains(argument) ? Optional.of(argument) : coerced(family, argument);
    if (type.isEmpty()) {
      return false;
    }
    if (isOfConstants(pattern)) {
      return coerces
          ? TypeRules.coerces(argument, family.of(numbers(pattern)))
          : argument.equals(family.of(numbers(pattern)));
    }
    var bound = families.get(pattern);
    if (bound == null) {
      families.put(pattern, type.get());
      return true;
    }
    var common = coerces ? TypeRules.common(bound, type.get()) : type.filter(bound::equals);
    common.ifPresent(found -> families.put(pattern, found));
    return common.isPresent();
  }

  private static boolean isOfConstants(Precise pattern) {
    return pattern.numbers().stream().allMatch(number -> Character.isDigit(number.charAt(0)));
  }

  private Optional<Type> coerced(Family family, Type argument) {
    if (!coerces) {
      return Optional.empty();
    }
    return switch (family) {
      case DECIMAL ->
          TypeRules.isWhole(argument)
              ? Optional.of(TypeRules.decimalOf(argument))
              : ifNull(argument, new Type.Decimal(1, 0));
      case TIME -> ifNull(argument, new Type.Time(0));
      case TIMESTAMP ->
          argument == Type.DATE
              ? Optional.of(new Type.Timestamp(0))
              : ifNull(argument, new Type.Timestamp(0));
      case ZONED_TIMESTAMP ->
          switch (argument) {
            case Type.Timestamp(var precision) -> Optional.of(new Type.ZonedTimestamp(precision));
            default ->
                argument == Type.DATE
                    ? Optional.of(new Type.ZonedTimestamp(0))
                    : ifNull(argument, new Type.ZonedTimestamp(0));
          };
    };
  }

  private static Optional<Type> ifNull(Type argument, Type type) {
    return argument == Type.UNKNOWN ? Optional.of(type) : Optional.empty();
  }

  private boolean acceptsLambda(TypePattern pattern, Argument.Lambda lambda) {
    if (!(pattern instanceof TypePattern.FunctionOf(var parameters, var result))) {
      return false;
    }
    var types = new ArrayList<Type>();
    for (var parameter : parameters) {
      var type = type(parameter);
      if (type.isEmpty()) {
        return false;
      }
      types.add(type.get());
    }
    return accepts(result, lambda.resultFor(types));
  }

  /// The type that the pattern stands for at this call; empty while a variable has none.
  private Optional<Type> type(TypePattern pattern) {
    return switch (pattern) {
      case TypePattern.Exactly(var type) -> Optional.of(type);
      case TypePattern.Variable(var name, _) -> Optional.ofNullable(variables.get(name));
      case TypePattern.ArrayOf(var element) -> type(element).map(Type.Array::new);
      case TypePattern.MapOf(var key, var value) ->
          type(key).flatMap(k -> type(value).map(v -> new Type.MapOf(k, v)));
      case TypePattern.RowOf(var fields) ->
          types(fields)
              .map(all -> new Type.Row(all.stream().map(t -> new Type.Field(null, t)).toList()));
      case TypePattern.FunctionOf(var parameters, var result) ->
          types(parameters).flatMap(all -> type(result).map(r -> new Type.Lambda(all, r)));
      case Precise precise ->
          Optional.of(families.getOrDefault(precise, precise.family().of(numbers(precise))));
    };
  }

  private Optional<List<Type>> types(List<TypePattern> patterns) {
    var types = patterns.stream().map(this::type).toList();
    return types.stream().allMatch(Optional::isPresent)
        ? Optional.of(types.stream().map(Optional::get).toList())
        : Optional.empty();
  }

  /// The numbers of a result, computed of those of the arguments.
  private List<Integer> numbers(Precise pattern) {
    var variables = new HashMap<String, Integer>();
    families.forEach(
        (parameter, type) -> {
          var numbers = Family.numbersOf(type);
          for (int i = 0; i < numbers.size(); i++) {
            variables.put(parameter.numbers().get(i), numbers.get(i));
          }
        });
    return pattern.numbers().stream().map(n -> Calculation.of(n, variables)).toList();
  }
}
