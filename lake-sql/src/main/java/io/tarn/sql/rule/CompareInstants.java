package io.tarn.sql.rule;

import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Cast;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Origin;
import io.tarn.sql.tree.ZonedTime;
import io.tarn.sql.type.Type;
import java.util.List;
import java.util.Set;

/// Compares timestamps with time zone by their instants in UTC, so that the event time itself is
/// compared, which indexes and partitions know.
///
/// ```
/// before  CAST(eventTime AS timestamp with time zone) > TIMESTAMP '2024-05-01 10:00:00 UTC'
/// after   eventTime > TIMESTAMP '2024-05-01 10:00:00'
/// ```
final class CompareInstants extends ExpressionRule {
  private static final Set<String> COMPARISONS =
      Set.of(
          Operators.EQUAL,
          Operators.NOT_EQUAL,
          Operators.LESS,
          Operators.LESS_OR_EQUAL,
          Operators.GREATER,
          Operators.GREATER_OR_EQUAL,
          Operators.DISTINCT_FROM,
          Operators.BETWEEN,
          Operators.IN);

  @Override
  Expression rewrite(Expression expression) {
    return expression instanceof Call call
            && COMPARISONS.contains(call.function().name())
            && call.arguments().stream().allMatch(a -> a.type() instanceof Type.ZonedTimestamp)
        ? call.withChildren(call.arguments().stream().map(CompareInstants::instant).toList())
        : expression;
  }

  private static Expression instant(Expression zoned) {
    var type = new Type.Timestamp(((Type.ZonedTimestamp) zoned.type()).precision());
    return switch (zoned) {
      case Cast(var value, _, var isSafe, var origin) when value.type() instanceof Type.Timestamp ->
          value.type().equals(type) ? value : new Cast(value, type, isSafe, origin);
      case Literal(ZonedTime(var instant, _), _) -> new Literal(instant, type);
      default ->
          new Call(FunctionTable.get().operator("$instant"), List.of(zoned), type, Origin.NONE);
    };
  }
}
