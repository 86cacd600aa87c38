package io.tarn.sql.rule;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Cast;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.ZonedTime;
import io.tarn.sql.type.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes times of constants, so that ranges of the event time can be told from them.
///
/// ```
/// before  eventTime > now() - INTERVAL '7' DAY
/// after   eventTime > TIMESTAMP '2024-05-01 10:00:00.000 UTC'
/// ```
final class FoldConstantTimes extends ExpressionRule {
  @Override
  Expression rewrite(Expression expression) {
    return switch (expression) {
      case Call call -> call(call).orElse(call);
      case Cast(Literal(Object value, _), var type, _, _) -> cast(value, type).orElse(expression);
      default -> expression;
    };
  }

  private static Optional<Expression> call(Call call) {
    var arguments = call.arguments();
    return switch (call.function().name()) {
      case "$add" ->
          sum(arguments.get(0), arguments.get(1), 1, call.type())
              .or(() -> sum(arguments.get(1), arguments.get(0), 1, call.type()));
      case "$subtract" -> sum(arguments.get(0), arguments.get(1), -1, call.type());
      case "date_add" ->
          arguments.get(0) instanceof Literal(String unit, _)
                  && arguments.get(1) instanceof Literal(Long amount, _)
                  && arguments.get(2) instanceof Literal(Object time, _)
              ? added(time, unit, amount, call.type())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Expression> sum(
      Expression time, Expression interval, int sign, Type type) {
    if (!(time instanceof Literal(Object value, _))
        || !(interval instanceof Literal(Long amount, var intervalType))
        || (intervalType != Type.INTERVAL_DAY && intervalType != Type.INTERVAL_YEAR)) {
      return Optional.empty();
    }
    var unit = intervalType == Type.INTERVAL_DAY ? "millisecond" : "month";
    return added(value, unit, sign * amount, type);
  }

  private static Optional<Expression> added(
      @Nullable Object time, String unit, long amount, Type type) {
    var step = unit(unit);
    if (step == null || (step == ChronoUnit.MILLIS && isInSeconds(type))) {
      return Optional.empty();
    }
    try {
      return switch (time) {
        case null -> Optional.empty();
        case LocalDateTime local -> Optional.of(new Literal(local.plus(amount, step), type));
        case ZonedTime(var instant, var zone) when zone.equals("UTC") ->
            Optional.of(new Literal(new ZonedTime(instant.plus(amount, step), zone), type));
        case LocalDate date when step.isDateBased() ->
            Optional.of(new Literal(date.plus(amount, step), type));
        default -> Optional.empty();
      };
    } catch (DateTimeException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// Such a type keeps no milliseconds; the database cuts them off.
  private static boolean isInSeconds(Type type) {
    return (type instanceof Type.Timestamp(var p) && p < 3)
        || (type instanceof Type.ZonedTimestamp(var q) && q < 3);
  }

  private static @Nullable ChronoUnit unit(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "millisecond" -> ChronoUnit.MILLIS;
      case "second" -> ChronoUnit.SECONDS;
      case "minute" -> ChronoUnit.MINUTES;
      case "hour" -> ChronoUnit.HOURS;
      case "day" -> ChronoUnit.DAYS;
      case "week" -> ChronoUnit.WEEKS;
      case "month" -> ChronoUnit.MONTHS;
      case "year" -> ChronoUnit.YEARS;
      default -> null;
    };
  }

  private static Optional<Expression> cast(@Nullable Object value, Type type) {
    return switch (value) {
      case null -> Optional.empty();
      case LocalDateTime local when type instanceof Type.ZonedTimestamp ->
          Optional.of(new Literal(new ZonedTime(local, "UTC"), type));
      case LocalDate date when type instanceof Type.ZonedTimestamp ->
          Optional.of(new Literal(new ZonedTime(date.atStartOfDay(), "UTC"), type));
      case LocalDate date when type instanceof Type.Timestamp ->
          Optional.of(new Literal(date.atStartOfDay(), type));
      case LocalDateTime local when type == Type.DATE ->
          Optional.of(new Literal(local.toLocalDate(), type));
      case ZonedTime(var instant, var zone) when zone.equals("UTC") && type == Type.DATE ->
          Optional.of(new Literal(instant.toLocalDate(), type));
      case ZonedTime(var instant, var zone)
          when zone.equals("UTC") && type instanceof Type.Timestamp(var p) && p >= 3 ->
          Optional.of(new Literal(instant, type));
      default -> Optional.empty();
    };
  }
}
