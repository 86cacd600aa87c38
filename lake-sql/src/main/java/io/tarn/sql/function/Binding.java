package io.tarn.sql.function;

import io.tarn.common.schema.LakeType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The types that stand for the variables of one signature at one call.
final class Binding {
  private final Map<String, LakeType> variables = new HashMap<>();

  /// Whether an argument of this type can be passed, after an implicit coercion where needed.
  boolean accepts(TypePattern pattern, LakeType argument) {
    return switch (pattern) {
      case TypePattern.Exactly(var type) -> TypeRules.coerces(argument, type);
      case TypePattern.Variable(var name, var requirement) ->
          meets(argument, requirement)
              && TypeRules.coerces(argument, variables.merge(name, argument, Binding::wider));
      case TypePattern.MapOf(var key, var value) ->
          argument instanceof LakeType.MapType(var keyType, var valueType)
              && accepts(key, keyType)
              && accepts(value, valueType);
      case TypePattern.ArrayOf(var element) ->
          argument instanceof LakeType.ArrayType(var elementType) && accepts(element, elementType);
    };
  }

  /// The type that the pattern stands for at this call; empty while a variable has none.
  Optional<LakeType> type(TypePattern pattern) {
    return switch (pattern) {
      case TypePattern.Exactly(var type) -> Optional.of(type);
      case TypePattern.Variable(var name, _) -> Optional.ofNullable(variables.get(name));
      case TypePattern.MapOf(var key, var value) ->
          type(key).flatMap(k -> type(value).map(v -> new LakeType.MapType(k, v)));
      case TypePattern.ArrayOf(var element) -> type(element).map(LakeType.ArrayType::new);
    };
  }

  private static LakeType wider(LakeType bound, LakeType argument) {
    return TypeRules.common(bound, argument).orElse(bound);
  }

  private static boolean meets(LakeType type, TypePattern.Requirement requirement) {
    return switch (requirement) {
      case NONE -> true;
      case ORDERABLE -> TypeRules.isOrderable(type);
      case DOUBLE -> type instanceof LakeType.DoubleType;
    };
  }
}
