package io.tarn.sql.render.postgres;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.function.Function;
import io.tarn.sql.function.Functions;
import io.tarn.sql.render.postgres.PgExpression.Bound;
import io.tarn.sql.render.postgres.PgExpression.Call;
import io.tarn.sql.render.postgres.PgExpression.Cast;
import io.tarn.sql.tree.Aggregation.AggregateCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What PostgreSQL computes for each function and aggregate.
final class PgFunctions {
  private static final Map<Function, Scalar> SCALARS =
      Map.of(
          Functions.ELEMENT_AT_KEY,
          (arguments, type) -> JsonValues.part(arguments.get(0), arguments.get(1), type),
          Functions.ELEMENT_AT_INDEX,
          (arguments, type) -> JsonValues.part(arguments.get(0), index(arguments.get(1)), type));

  private static final Map<Function, Aggregate> AGGREGATES =
      Map.of(
          Functions.COUNT_ROWS, (_, _) -> new PgExpression.CountRows(),
          Functions.COUNT, (call, arguments) -> plain("count", call, arguments),
          Functions.MIN,
              (call, arguments) -> plain(orBoolean("min", "bool_and", call), call, arguments),
          Functions.MAX,
              (call, arguments) -> plain(orBoolean("max", "bool_or", call), call, arguments),
          // PostgreSQL sums to numeric; Trino's sum is a bigint and fails where it overflows
          Functions.SUM_BIGINT,
              (call, arguments) -> new Cast(plain("sum", call, arguments), PgTypes.BIGINT),
          Functions.SUM_DOUBLE, (call, arguments) -> plain("sum", call, arguments));

  private PgFunctions() {}

  interface Scalar {
    PgExpression render(List<PgExpression> arguments, LakeType type);
  }

  interface Aggregate {
    PgExpression render(AggregateCall call, List<PgExpression> arguments);
  }

  static PgExpression scalar(Function function, List<PgExpression> arguments, LakeType type) {
    return Objects.requireNonNull(SCALARS.get(function), function::display).render(arguments, type);
  }

  static PgExpression aggregate(AggregateCall call, List<PgExpression> arguments) {
    return Objects.requireNonNull(AGGREGATES.get(call.function()), call.function()::display)
        .render(call, arguments);
  }

  static boolean isRendered(Function function) {
    return SCALARS.containsKey(function) || AGGREGATES.containsKey(function);
  }

  private static PgExpression plain(String name, AggregateCall call, List<PgExpression> arguments) {
    return new Call(name, call.distinct(), arguments);
  }

  private static String orBoolean(String name, String ofBooleans, AggregateCall call) {
    return call.type() instanceof LakeType.BooleanType ? ofBooleans : name;
  }

  /// Trino counts from 1 and backwards from -1, jsonb from 0 and backwards from -1.
  private static PgExpression index(PgExpression index) {
    if (!(index instanceof Bound(Long position, _))) {
      throw new IllegalArgumentException("the index of element_at is a constant");
    }
    return new Bound(position > 0 ? position - 1 : position, "integer");
  }
}
