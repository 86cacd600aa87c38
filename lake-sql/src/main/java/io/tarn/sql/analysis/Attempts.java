package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Cast;
import io.tarn.sql.tree.Expression.Field;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Expression.Reference;
import io.trino.sql.tree.Node;
import java.util.Set;

/// TRY, as far as it can be said without catching errors: a cast, a subscript or a function of JSON
/// that answers NULL instead, over operands that cannot fail.
///
/// ```
/// TRY(CAST(x AS bigint))  becomes  TRY_CAST(x AS bigint)
/// TRY(x[1])               becomes  element_at(x, 1)
/// ```
final class Attempts {
  /// Functions that never fail, whatever they are given.
  private static final Set<String> SAFE =
      Set.of(
          "element_at",
          "lower",
          "upper",
          "trim",
          "ltrim",
          "rtrim",
          "length",
          "strpos",
          "concat",
          "json_extract",
          "json_extract_scalar",
          "json_array_get",
          "json_array_length",
          "reverse",
          "cardinality",
          "starts_with",
          "ends_with",
          "replace",
          "$is_null",
          "$equal",
          "$not_equal",
          "$like",
          "$not",
          "$concat",
          "map_keys",
          "map_values");

  private final AnalysisContext context;

  Attempts(AnalysisContext context) {
    this.context = context;
  }

  Expression attempted(Expression value, Node node) {
    if (isSafe(value)) {
      return value;
    }
    if (value instanceof Cast(var inner, var type, _, var origin) && isSafe(inner)) {
      return new Cast(inner, type, true, origin);
    }
    throw context.unsupported(node, "TRY of this expression");
  }

  private static boolean isSafe(Expression value) {
    return switch (value) {
      case Literal _, Reference _ -> true;
      case Field(var base, _, _) -> isSafe(base);
      case Cast cast -> cast.isSafe() && isSafe(cast.value());
      case Call call ->
          SAFE.contains(call.function().name())
              && call.arguments().stream().allMatch(Attempts::isSafe);
      default -> false;
    };
  }
}
