package io.tarn.sql.render;

import io.tarn.sql.tree.AggregateCall;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Aggregate;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Symbol;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Grouping, as GROUP BY of the SELECT below.
final class AggregateRenderer {
  /// In characters; a longer key is written once and read as a column.
  private static final int LONGEST_REPEATED_KEY = 200;

  private final Dialect dialect;
  private final RelationRenderer relations;

  AggregateRenderer(Dialect dialect, RelationRenderer relations) {
    this.dialect = dialect;
    this.relations = relations;
  }

  /// Two parameters with the same value are not the same expression to the database, so keys with
  /// parameters, and long ones, are written once, in a SELECT below.
  Block render(Aggregate aggregate) {
    var inputs = Access.in(aggregate.expressions());
    var block = relations.render(aggregate.child(), inputs);
    var rows = block.isRows() ? block : relations.derived(block, inputs);
    if (keys(aggregate, rows).stream().anyMatch(AggregateRenderer::isWrittenOnce)) {
      return aggregate(withComputedKeys(aggregate), keysBelow(aggregate, rows));
    }
    return aggregate(aggregate, rows);
  }

  private static boolean isWrittenOnce(Sql key) {
    return key.hasParameters() || key.text().length() > LONGEST_REPEATED_KEY;
  }

  private List<Sql> keys(Aggregate aggregate, Block rows) {
    return relations
        .over(rows.values())
        .each(aggregate.keys().stream().map(Assignment::value).toList());
  }

  /// A derived table with the keys as columns, beside what the aggregates read.
  private Block keysBelow(Aggregate aggregate, Block rows) {
    var required = new LinkedHashSet<Access>();
    for (var key : aggregate.keys()) {
      rows.values().put(key.symbol(), relations.assigned(key.value(), rows));
      required.add(Access.whole(key.symbol()));
    }
    required.addAll(
        Access.in(
            aggregate.aggregations().stream()
                .filter(a -> !isGrouping(a))
                .flatMap(a -> a.call().children().stream())
                .toList()));
    return relations.derived(rows, required);
  }

  private static boolean isGrouping(Relation.Aggregation aggregation) {
    return aggregation.call().function().name().equals("$grouping");
  }

  /// The same over columns with the keys' own symbols.
  private static Aggregate withComputedKeys(Aggregate aggregate) {
    var keys = new HashMap<Expression, Symbol>();
    aggregate.keys().forEach(key -> keys.put(key.value(), key.symbol()));
    return new Aggregate(
        aggregate.child(),
        aggregate.keys().stream()
            .map(key -> new Assignment(key.symbol(), Reference.to(key.symbol())))
            .toList(),
        aggregate.sets(),
        aggregate.aggregations().stream()
            .map(
                a ->
                    isGrouping(a)
                        ? new Relation.Aggregation(
                            a.symbol(),
                            a.call()
                                .withChildren(
                                    a.call().children().stream()
                                        .map(e -> columnOf(e, keys))
                                        .toList()))
                        : a)
            .toList());
  }

  private Block aggregate(Aggregate aggregate, Block rows) {
    var keys = keys(aggregate, rows);
    var values = new HashMap<Symbol, Value>();
    for (int i = 0; i < keys.size(); i++) {
      var key = aggregate.keys().get(i);
      var isNeverNull = aggregate.isSimple() && relations.isNeverNull(key.value(), rows);
      values.put(key.symbol(), new Value.Written(keys.get(i), false, isNeverNull));
    }
    var renderer = relations.over(rows.values());
    for (var aggregation : aggregate.aggregations()) {
      var call = aggregation.call();
      var sql = dialect.aggregate(call, renderer, filter(call, renderer));
      values.put(aggregation.symbol(), new Value.Written(sql, false, false));
    }
    rows.group(groupBy(aggregate, keys));
    if (keys.isEmpty() && aggregate.aggregations().isEmpty()) {
      rows.having(Sql.of("true"));
    }
    rows.values().putAll(values);
    return rows;
  }

  private static Sql filter(AggregateCall call, ExpressionRenderer renderer) {
    return call.filter()
        .map(condition -> Sql.join(" FILTER (WHERE ", renderer.render(condition), ")"))
        .orElse(Sql.of(""));
  }

  private static Optional<Sql> groupBy(Aggregate aggregate, List<Sql> keys) {
    if (aggregate.isSimple()) {
      return keys.isEmpty() ? Optional.empty() : Optional.of(Sql.list(", ", keys));
    }
    var sets =
        aggregate.sets().stream()
            .map(set -> Sql.join("(", Sql.list(", ", set.stream().map(keys::get).toList()), ")"))
            .toList();
    return Optional.of(Sql.join("GROUPING SETS (", Sql.list(", ", sets), ")"));
  }

  private static Expression columnOf(Expression key, Map<Expression, Symbol> keys) {
    return Reference.to(Objects.requireNonNull(keys.get(key), "grouping of what is no key"));
  }
}
