package io.tarn.sql.rule;

import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.AggregateCall;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Origin;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Aggregate;
import io.tarn.sql.tree.Relation.Aggregation;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Relation.Project;
import io.tarn.sql.tree.Relations;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.tree.Symbols;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Counts different values by grouping them first, which the database does by hashing, where it
/// would sort them otherwise. Rows are counted beside them.
///
/// ```
/// before  SELECT k, count(DISTINCT x), count(*) FROM store GROUP BY k
/// after   SELECT k, count(x), coalesce(sum(n), 0)
///         FROM (SELECT k, x, count(*) AS n FROM store GROUP BY k, x) GROUP BY k
/// ```
final class CountDistinctByGroups implements Rule {
  @Override
  public Relation apply(Relation relation, Symbols symbols) {
    return Relations.mapUp(
        relation,
        part ->
            part instanceof Aggregate aggregate && isOfCounts(aggregate)
                ? new Rewrite(aggregate, symbols).rewritten()
                : part);
  }

  /// Whether the different values of one expression, and rows, are all that is counted.
  private static boolean isOfCounts(Aggregate aggregate) {
    var calls = aggregate.aggregations().stream().map(Aggregation::call).toList();
    return aggregate.isSimple()
        && calls.stream().filter(CountDistinctByGroups::isOfDistinct).count() == 1
        && calls.stream().allMatch(call -> isOfDistinct(call) || isOfRows(call));
  }

  private static boolean isOfDistinct(AggregateCall call) {
    var name = call.function().name();
    return call.filter().isEmpty()
        && ((name.equals("count") && call.isDistinct()) || name.equals("approx_distinct"));
  }

  private static boolean isOfRows(AggregateCall call) {
    return call.filter().isEmpty()
        && call.function().name().equals("count")
        && call.arguments().isEmpty();
  }

  private record Rewrite(Aggregate aggregate, Symbols symbols) {
    Relation rewritten() {
      var inner = new ArrayList<Assignment>();
      var outer = new ArrayList<Assignment>();
      for (var key : aggregate.keys()) {
        var symbol = symbols.create(key.symbol().name(), key.symbol().type());
        inner.add(new Assignment(symbol, key.value()));
        outer.add(new Assignment(key.symbol(), Reference.to(symbol)));
      }
      var value = counted();
      var different = symbols.create("value", value.type());
      inner.add(new Assignment(different, value));
      var rows = symbols.create("rows", Type.BIGINT);
      var groups =
          new Aggregate(
              aggregate.child(),
              inner,
              List.of(IntStream.range(0, inner.size()).boxed().toList()),
              List.of(new Aggregation(rows, CountMatched.countRows())));
      var totals =
          aggregate.aggregations().stream()
              .map(a -> new Aggregation(a.symbol(), total(a.call(), different, rows)))
              .toList();
      return withoutNull(new Aggregate(groups, outer, aggregate.sets(), totals));
    }

    private Expression counted() {
      return aggregate.aggregations().stream()
          .map(Aggregation::call)
          .filter(CountDistinctByGroups::isOfDistinct)
          .findFirst()
          .orElseThrow()
          .arguments()
          .getFirst();
    }

    private static AggregateCall total(AggregateCall call, Symbol different, Symbol rows) {
      var isOfRows = isOfRows(call);
      return new AggregateCall(
          isOfRows ? CountMatched.aggregate("sum", 1) : CountMatched.aggregate("count", 1),
          false,
          List.of(Reference.to(isOfRows ? rows : different)),
          List.of(),
          Optional.empty(),
          Type.BIGINT,
          call.origin());
    }

    /// A sum over no rows is NULL, and a count is 0; only without keys there can be none.
    private Relation withoutNull(Aggregate totals) {
      if (!aggregate.keys().isEmpty()) {
        return totals;
      }
      return new Project(
          totals,
          aggregate.aggregations().stream()
              .map(a -> new Assignment(a.symbol(), Reference.to(a.symbol())))
              .map(a -> isSum(totals, a.symbol()) ? new Assignment(a.symbol(), orZero(a)) : a)
              .toList());
    }

    private static boolean isSum(Aggregate totals, Symbol symbol) {
      return totals.aggregations().stream()
          .anyMatch(a -> a.symbol().equals(symbol) && a.call().function().name().equals("sum"));
    }

    private static Expression orZero(Assignment sum) {
      return new Expression.Call(
          FunctionTable.get().operator("$coalesce"),
          List.of(sum.value(), new Expression.Literal(0L, Type.BIGINT)),
          Type.BIGINT,
          Origin.NONE);
    }
  }
}
