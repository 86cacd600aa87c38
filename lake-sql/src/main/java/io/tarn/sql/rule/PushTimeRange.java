package io.tarn.sql.rule;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.TimeRange;
import io.tarn.sql.tree.ComparisonOperator;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expressions;
import io.tarn.sql.tree.Select;
import io.tarn.sql.tree.Source;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// Says of the event time what a condition on the calendar day says, so that whole ranges of the
/// store are left out.
///
/// ```
/// before  WHERE calendarday = 20240501
/// after   WHERE calendarday = 20240501
///           AND eventTime >= 2024-05-01 00:00 AND eventTime <= 2024-05-01 23:59:59.999
/// ```
final class PushTimeRange implements Rule {
  private static final LakeType MILLISECONDS = LakeType.TIMESTAMP;

  @Override
  public Select apply(Select select) {
    return select
        .source()
        .filter(Source.StoreScan.class::isInstance)
        .flatMap(source -> select.where().map(where -> select.where(narrowed(source, where))))
        .orElse(select);
  }

  private static Expression narrowed(Source source, Expression where) {
    var conditions = new ArrayList<>(Expressions.conjuncts(where));
    conditions.addAll(bounds(source, TimeRanges.ofDays(source, where)));
    return Expressions.conjunction(conditions).orElse(where);
  }

  private static List<Expression> bounds(Source source, TimeRange range) {
    var bounds = new ArrayList<Expression>();
    range.from().ifPresent(t -> bounds.add(bound(source, ComparisonOperator.GREATER_OR_EQUAL, t)));
    range.to().ifPresent(t -> bounds.add(bound(source, ComparisonOperator.LESS_OR_EQUAL, t)));
    return bounds;
  }

  private static Expression bound(Source source, ComparisonOperator operator, LocalDateTime time) {
    var eventTime =
        new Expression.ColumnReference(source.id(), List.of(TimeRanges.EVENT_TIME), MILLISECONDS);
    return new Expression.Comparison(
        operator, eventTime, new Expression.Literal(time, MILLISECONDS));
  }
}
