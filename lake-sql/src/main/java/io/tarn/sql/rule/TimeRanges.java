package io.tarn.sql.rule;

import io.tarn.common.schema.EventSchema;
import io.tarn.sql.TimeRange;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Cast;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Expression.Logical;
import io.tarn.sql.tree.Expression.LogicalOperator;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Relation.Scan;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.type.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Reads from a condition which event times of a scan it leaves: from comparisons of the event
/// time, its date, the beginning of its unit or the calendar day with constants.
final class TimeRanges {
  static final String EVENT_TIME = "eventTime";

  private final Optional<Symbol> eventTime;
  private final Optional<Symbol> calendarDay;

  TimeRanges(Scan scan) {
    this.eventTime = column(scan, EVENT_TIME);
    this.calendarDay = column(scan, EventSchema.CALENDAR_DAY);
  }

  Optional<Symbol> eventTime() {
    return eventTime;
  }

  private static Optional<Symbol> column(Scan scan, String name) {
    return scan.columns().stream()
        .filter(column -> column.name().equalsIgnoreCase(name))
        .map(column -> column.symbol())
        .findFirst();
  }

  /// The times that a condition leaves.
  TimeRange of(Expression condition) {
    return switch (condition) {
      case Logical(var operator, var terms) when operator == LogicalOperator.AND ->
          terms.stream().map(this::of).reduce(TimeRange.ALL, TimeRange::and);
      case Logical(_, var terms) ->
          terms.stream().map(this::of).reduce(TimeRange::hull).orElseThrow();
      case Call call -> call(call);
      default -> TimeRange.ALL;
    };
  }

  /// Whether a condition compares the event time itself, which the database understands.
  boolean isPlain(Expression condition) {
    return condition instanceof Call call
        && call.arguments().stream()
            .anyMatch(
                a -> a instanceof Reference(var s, _) && eventTime.filter(s::equals).isPresent());
  }

  private TimeRange call(Call call) {
    var operator = call.function().name();
    var arguments = call.arguments();
    return switch (operator) {
      case Operators.BETWEEN ->
          compared(Operators.GREATER_OR_EQUAL, arguments.get(0), arguments.get(1))
              .and(compared(Operators.LESS_OR_EQUAL, arguments.get(0), arguments.get(2)));
      case Operators.IN ->
          arguments.subList(1, arguments.size()).stream()
              .map(item -> compared(Operators.EQUAL, arguments.getFirst(), item))
              .reduce(TimeRange::hull)
              .orElse(TimeRange.ALL);
      case Operators.EQUAL,
          Operators.LESS,
          Operators.LESS_OR_EQUAL,
          Operators.GREATER,
          Operators.GREATER_OR_EQUAL -> {
        var mirrored = Operators.mirrored(operator).orElse(operator);
        yield compared(operator, arguments.get(0), arguments.get(1))
            .and(compared(mirrored, arguments.get(1), arguments.get(0)));
      }
      default -> TimeRange.ALL;
    };
  }

  private TimeRange compared(String operator, Expression column, Expression constant) {
    return constant instanceof Literal(Object value, _)
        ? days(operator, column, value)
            .or(() -> times(operator, column, value))
            .orElse(TimeRange.ALL)
        : TimeRange.ALL;
  }

  private Optional<TimeRange> days(String operator, Expression column, Object value) {
    if (isColumn(column, calendarDay) && value instanceof Long number) {
      return CalendarDays.of(number)
          .map(day -> between(operator, CalendarDays.begin(day), CalendarDays.end(day)));
    }
    return Optional.empty();
  }

  private Optional<TimeRange> times(String operator, Expression column, Object value) {
    var time = value instanceof LocalDate date ? date.atStartOfDay() : value;
    if (!(time instanceof LocalDateTime moment)) {
      return Optional.empty();
    }
    return unitEnd(column).map(end -> between(operator, moment, end.apply(moment)));
  }

  /// For an expression over the event time: from its value to the last event time that has it.
  private Optional<UnaryOperator<LocalDateTime>> unitEnd(Expression column) {
    if (isColumn(column, eventTime)) {
      return Optional.of(UnaryOperator.identity());
    }
    return switch (column) {
      case Cast(var inner, var type, _, _)
          when isColumn(inner, eventTime) && type instanceof Type.Timestamp ->
          Optional.of(UnaryOperator.identity());
      case Cast(var inner, var type, _, _) when isColumn(inner, eventTime) && type == Type.DATE ->
          Optional.of(day -> lastBefore(day.plusDays(1)));
      case Cast(var inner, var type, _, _) when type instanceof Type.Timestamp -> unitEnd(inner);
      case Call call when call.isOf("date") && isColumn(call.arguments().getFirst(), eventTime) ->
          Optional.of(day -> lastBefore(day.plusDays(1)));
      case Call call when call.isOf("date_trunc") -> truncated(call.arguments());
      default -> Optional.empty();
    };
  }

  private Optional<UnaryOperator<LocalDateTime>> truncated(List<Expression> arguments) {
    if (!(arguments.get(0) instanceof Literal(String unit, _))
        || !isColumn(arguments.get(1), eventTime)) {
      return Optional.empty();
    }
    Optional<ChronoUnit> step =
        switch (unit.toLowerCase(Locale.ROOT)) {
          case "second" -> Optional.of(ChronoUnit.SECONDS);
          case "minute" -> Optional.of(ChronoUnit.MINUTES);
          case "hour" -> Optional.of(ChronoUnit.HOURS);
          case "day" -> Optional.of(ChronoUnit.DAYS);
          case "week" -> Optional.of(ChronoUnit.WEEKS);
          case "month" -> Optional.of(ChronoUnit.MONTHS);
          case "year" -> Optional.of(ChronoUnit.YEARS);
          default -> Optional.empty();
        };
    return step.map(of -> begin -> lastBefore(begin.plus(1, of)));
  }

  /// Event times have no finer parts than milliseconds.
  private static LocalDateTime lastBefore(LocalDateTime end) {
    return end.minus(1, ChronoUnit.MILLIS);
  }

  private static boolean isColumn(Expression expression, Optional<Symbol> column) {
    return expression instanceof Reference(var symbol, _)
        && column.filter(symbol::equals).isPresent();
  }

  /// @param first the first moment of the value, `last` its last
  private static TimeRange between(String operator, LocalDateTime first, LocalDateTime last) {
    return switch (operator) {
      case Operators.EQUAL -> new TimeRange(Optional.of(first), Optional.of(last));
      case Operators.LESS, Operators.LESS_OR_EQUAL -> TimeRange.to(last);
      default -> TimeRange.from(first);
    };
  }
}
