package io.tarn.sql.rule;

import io.tarn.common.schema.EventSchema;
import io.tarn.sql.TimeRange;
import io.tarn.sql.tree.ComparisonOperator;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.ColumnReference;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Expressions;
import io.tarn.sql.tree.Select;
import io.tarn.sql.tree.Source;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Reads from a condition which event times it leaves: from those of its terms that must all be
/// true and that compare the event time or the calendar day with constants.
public final class TimeRanges {
  static final String EVENT_TIME = "eventtime";

  private TimeRanges() {}

  /// The event times that a select can touch.
  public static TimeRange of(Select select) {
    return select
        .source()
        .flatMap(source -> select.where().map(where -> of(source, where)))
        .orElse(TimeRange.ALL);
  }

  /// What the terms on the calendar day alone say.
  static TimeRange ofDays(Source source, Expression where) {
    return ranges(source, where, EventSchema.CALENDAR_DAY, TimeRanges::ofDay);
  }

  private static TimeRange of(Source source, Expression where) {
    return ranges(source, where, EVENT_TIME, TimeRanges::ofTime).and(ofDays(source, where));
  }

  private static TimeRange ranges(
      Source source,
      Expression where,
      String column,
      BiFunction<ComparisonOperator, Object, TimeRange> one) {
    return Expressions.conjuncts(where).stream()
        .map(term -> range(term, source.id(), column, one))
        .reduce(TimeRange.ALL, TimeRange::and);
  }

  private static TimeRange range(
      Expression term,
      int source,
      String column,
      BiFunction<ComparisonOperator, Object, TimeRange> one) {
    return switch (term) {
      case Expression.Comparison(var operator, var left, Literal(Object value, _))
          when is(left, source, column) ->
          one.apply(operator, value);
      case Expression.Comparison(var operator, Literal(Object value, _), var right)
          when is(right, source, column) ->
          one.apply(operator.mirrored(), value);
      case Expression.Between(var left, Literal(Object min, _), Literal(Object max, _))
          when is(left, source, column) ->
          one.apply(ComparisonOperator.GREATER_OR_EQUAL, min)
              .and(one.apply(ComparisonOperator.LESS_OR_EQUAL, max));
      case Expression.InList(var left, var items) when is(left, source, column) -> span(items, one);
      default -> TimeRange.ALL;
    };
  }

  /// From the least to the greatest of a list of constants.
  private static TimeRange span(
      List<Expression> items, BiFunction<ComparisonOperator, Object, TimeRange> one) {
    var ranges =
        items.stream()
            .map(
                item ->
                    item instanceof Literal(Object value, _)
                        ? one.apply(ComparisonOperator.EQUAL, value)
                        : TimeRange.ALL)
            .toList();
    if (ranges.stream().anyMatch(range -> range.from().isEmpty() || range.to().isEmpty())) {
      return TimeRange.ALL;
    }
    Comparator<LocalDateTime> order = Comparator.naturalOrder();
    return new TimeRange(
        ranges.stream().flatMap(range -> range.from().stream()).min(order),
        ranges.stream().flatMap(range -> range.to().stream()).max(order));
  }

  private static boolean is(Expression expression, int source, String column) {
    return expression instanceof ColumnReference(var of, var path, _)
        && of == source
        && path.equals(List.of(column));
  }

  private static TimeRange ofTime(ComparisonOperator operator, Object value) {
    return value instanceof LocalDateTime time ? between(operator, time, time) : TimeRange.ALL;
  }

  private static TimeRange ofDay(ComparisonOperator operator, Object value) {
    return value instanceof Long number
        ? CalendarDays.of(number)
            .map(day -> between(operator, CalendarDays.begin(day), CalendarDays.end(day)))
            .orElse(TimeRange.ALL)
        : TimeRange.ALL;
  }

  /// @param first the first moment of the value, `last` its last
  private static TimeRange between(
      ComparisonOperator operator, LocalDateTime first, LocalDateTime last) {
    return switch (operator) {
      case EQUAL -> new TimeRange(Optional.of(first), Optional.of(last));
      case NOT_EQUAL -> TimeRange.ALL;
      case LESS, LESS_OR_EQUAL -> TimeRange.to(last);
      case GREATER, GREATER_OR_EQUAL -> TimeRange.from(first);
    };
  }
}
