package io.tarn.sql.generated;

import io.tarn.sql.function.Function;
import io.tarn.sql.function.TypePattern;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The types of the variables of one signature, chosen so that its result is of a type, or freely.
final class Binding {
  /// Trino demands that lambdas give exactly its type, in which texts have a length.
  private static final String STATE = "S";

  /// Keys of maps are texts, as in events.
  private static final String KEY = "K";

  private final Map<String, Type> variables = new HashMap<>();
  private final Supplier<Type> free;

  /// @param free a type for a variable that nothing fixes
  Binding(Supplier<Type> free) {
    this.free = free;
  }

  /// Whether the function can give this type.
  static boolean canGive(Function function, Type type) {
    return new Binding(() -> Type.VARCHAR).fix(function.result(), type);
  }

  /// Fixes variables so that the pattern stands for the type; false where it cannot.
  boolean fix(TypePattern pattern, Type type) {
    return switch (pattern) {
      case TypePattern.Exactly(var one) -> one.equals(type);
      case TypePattern.Variable(var name, var requirement) ->
          (requirement != TypePattern.Requirement.ORDERABLE || TypeRules.isOrderable(type))
              && isFixed(name, type);
      case TypePattern.ArrayOf(var element) ->
          type instanceof Type.Array(var one) && fix(element, one);
      case TypePattern.MapOf(var key, var value) ->
          type instanceof Type.MapOf(var k, var v) && fix(key, k) && fix(value, v);
      case TypePattern.RowOf _, TypePattern.FunctionOf _ -> false;
      case TypePattern.Precise precise -> isPrecise(precise, type);
    };
  }

  private boolean isFixed(String name, Type type) {
    var before = variables.putIfAbsent(name, type);
    return before == null || before.equals(type);
  }

  private boolean isPrecise(TypePattern.Precise precise, Type type) {
    var numbers = precise.numbers();
    if (numbers.stream().allMatch(number -> number.matches("\\d+"))) {
      return precise.display().equals(type.display());
    }
    return numbers.stream().allMatch(number -> number.matches("[a-z]"))
        && switch (precise.family()) {
          case DECIMAL -> type instanceof Type.Decimal;
          case TIME -> type instanceof Type.Time;
          case TIMESTAMP -> type instanceof Type.Timestamp;
          case ZONED_TIMESTAMP -> type instanceof Type.ZonedTimestamp;
        }
        && isFixed(precise.display(), type);
  }

  /// The type that the pattern stands for.
  Type type(TypePattern pattern) {
    return switch (pattern) {
      case TypePattern.Exactly(var type) -> type;
      case TypePattern.Variable(var name, _) -> variables.computeIfAbsent(name, _ -> fixed(name));
      case TypePattern.ArrayOf(var element) -> new Type.Array(type(element));
      case TypePattern.MapOf(var key, var value) -> new Type.MapOf(type(key), type(value));
      case TypePattern.RowOf(var fields) ->
          new Type.Row(fields.stream().map(field -> new Type.Field(null, type(field))).toList());
      case TypePattern.FunctionOf(var parameters, var result) ->
          new Type.Lambda(types(parameters), type(result));
      case TypePattern.Precise precise ->
          variables.computeIfAbsent(precise.display(), _ -> precise(precise));
    };
  }

  private Type fixed(String variable) {
    return switch (variable) {
      case STATE -> Type.BIGINT;
      case KEY -> Type.VARCHAR;
      default -> free.get();
    };
  }

  private List<Type> types(List<TypePattern> patterns) {
    return patterns.stream().map(this::type).toList();
  }

  private static Type precise(TypePattern.Precise precise) {
    return switch (precise.family()) {
      case DECIMAL -> new Type.Decimal(10, 2);
      case TIME -> new Type.Time(3);
      case TIMESTAMP -> Type.TIMESTAMP;
      case ZONED_TIMESTAMP -> Type.ZONED_TIMESTAMP;
    };
  }
}
