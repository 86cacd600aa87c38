package io.tarn.sql.rule;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.TimeRange;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Expression.Subquery;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Relation.Distinct;
import io.tarn.sql.tree.Relation.Filter;
import io.tarn.sql.tree.Relation.Join;
import io.tarn.sql.tree.Relation.Project;
import io.tarn.sql.tree.Relation.Scan;
import io.tarn.sql.tree.Relation.Sort;
import io.tarn.sql.tree.Relation.Unnest;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.tree.Symbols;
import io.tarn.sql.type.Type;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Says of the event time what conditions above a scan say of it in other words, so that whole
/// ranges of the store are left out.
///
/// ```
/// before  WHERE date(eventTime) = DATE '2024-05-01'
/// after   WHERE eventTime >= 2024-05-01 00:00 AND eventTime <= 2024-05-01 23:59:59.999
///           AND date(eventTime) = DATE '2024-05-01'
/// ```
public final class PushTimeRange implements Rule {
  /// The event times that a statement can touch: from the least to the greatest of all its scans.
  public static TimeRange rangeOf(Relation relation) {
    var ranges = new ArrayList<TimeRange>();
    new Walk(
            (scan, range, _) -> {
              ranges.add(range);
              return scan;
            })
        .walk(relation, List.of());
    return ranges.stream().reduce(TimeRange::hull).orElse(TimeRange.ALL);
  }

  @Override
  public Relation apply(Relation relation, Symbols symbols) {
    return new Walk(PushTimeRange::bounded).walk(relation, List.of());
  }

  /// What becomes of a scan.
  private interface AtScan {
    /// @param range that the conditions above it leave
    /// @param plain what those say of the event time itself
    Relation apply(Scan scan, TimeRange range, TimeRange plain);
  }

  private static Relation bounded(Scan scan, TimeRange range, TimeRange plain) {
    var bounds = bounds(new TimeRanges(scan).eventTime().orElseThrow(), range, plain);
    return bounds.isEmpty() ? scan : new Filter(scan, Operators.conjunction(bounds));
  }

  private static List<Expression> bounds(Symbol eventTime, TimeRange range, TimeRange plain) {
    var bounds = new ArrayList<Expression>();
    range
        .from()
        .filter(from -> !plain.from().equals(Optional.of(from)))
        .ifPresent(from -> bounds.add(bound(Operators.GREATER_OR_EQUAL, eventTime, from)));
    range
        .to()
        .filter(to -> !plain.to().equals(Optional.of(to)))
        .ifPresent(to -> bounds.add(bound(Operators.LESS_OR_EQUAL, eventTime, to)));
    return bounds;
  }

  private static Expression bound(String operator, Symbol eventTime, LocalDateTime time) {
    return Operators.condition(
        operator, Reference.to(eventTime), new Literal(time, Type.TIMESTAMP));
  }

  /// Carries conditions down to the scans whose rows they judge.
  private record Walk(AtScan atScan) {
    /// @param conditions that all rows of the relation must meet to count
    Relation walk(Relation relation, List<Expression> conditions) {
      var own =
          relation.withExpressions(relation.expressions().stream().map(this::inside).toList());
      return switch (own) {
        case Scan scan when scan.table() instanceof EventDataStore -> scan(scan, conditions);
        case Scan ofSystemTable -> ofSystemTable;
        case Filter(var child, var condition) ->
            new Filter(walk(child, and(conditions, Operators.conjuncts(condition))), condition);
        case Project(var child, var assignments) ->
            new Project(walk(child, through(assignments, conditions)), assignments);
        case Join join -> join(join, conditions);
        case Unnest unnest -> unnest.withChildren(List.of(walk(unnest.child(), conditions)));
        case Sort(var child, var keys) -> new Sort(walk(child, conditions), keys);
        case Distinct(var child) -> new Distinct(walk(child, conditions));
        default ->
            own.withChildren(own.children().stream().map(child -> walk(child, List.of())).toList());
      };
    }

    private Relation scan(Scan scan, List<Expression> conditions) {
      var ranges = new TimeRanges(scan);
      var range = conditions.stream().map(ranges::of).reduce(TimeRange.ALL, TimeRange::and);
      var plain =
          conditions.stream()
              .filter(ranges::isPlain)
              .map(ranges::of)
              .reduce(TimeRange.ALL, TimeRange::and);
      return atScan.apply(scan, range, plain);
    }

    private Relation join(Join join, List<Expression> conditions) {
      var on = join.condition().map(Operators::conjuncts).orElse(List.of());
      var left =
          switch (join.kind()) {
            case CROSS, INNER -> and(conditions, on);
            case LEFT -> conditions;
            case RIGHT -> on;
            case FULL -> List.<Expression>of();
          };
      var right =
          switch (join.kind()) {
            case CROSS, INNER -> and(conditions, on);
            case LEFT -> on;
            case RIGHT -> conditions;
            case FULL -> List.<Expression>of();
          };
      return join.withChildren(List.of(walk(join.left(), left), walk(join.right(), right)));
    }

    private static List<Expression> and(List<Expression> one, List<Expression> other) {
      var both = new ArrayList<>(one);
      both.addAll(other);
      return both;
    }

    /// The conditions in terms of what a projection is made of.
    private static List<Expression> through(
        List<Assignment> assignments, List<Expression> conditions) {
      Map<Symbol, Expression> values = new HashMap<>();
      assignments.forEach(assignment -> values.put(assignment.symbol(), assignment.value()));
      return conditions.stream().map(condition -> replaced(condition, values)).toList();
    }

    private static Expression replaced(Expression expression, Map<Symbol, Expression> values) {
      UnaryOperator<Expression> inside = child -> replaced(child, values);
      return expression instanceof Reference(var symbol, _)
          ? values.getOrDefault(symbol, expression)
          : expression.mapChildren(inside);
    }

    private Expression inside(Expression expression) {
      var changed = expression.mapChildren(this::inside);
      return changed instanceof Subquery subquery
          ? subquery.over(walk(subquery.relation(), List.of()))
          : changed;
    }
  }
}
