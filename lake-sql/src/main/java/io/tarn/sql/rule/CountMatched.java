package io.tarn.sql.rule;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.function.Function;
import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.AggregateCall;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Origin;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Aggregate;
import io.tarn.sql.tree.Relation.Aggregation;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Relation.Filter;
import io.tarn.sql.tree.Relation.Limit;
import io.tarn.sql.tree.Relation.Project;
import io.tarn.sql.tree.Relation.Scan;
import io.tarn.sql.tree.Relation.Sort;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.tree.Symbols;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds, as the last output of a statement that groups events, how many events each of its rows is
/// made of. It is no part of the result and only read for the statistics of a run.
///
/// ```
/// before  SELECT eventName, max(eventTime) FROM store GROUP BY 1
/// after   SELECT eventName, max(eventTime), count(*) FROM store GROUP BY 1
/// ```
public final class CountMatched {
  private CountMatched() {}

  /// The same with that output; empty where rows cannot be told to be groups of events.
  public static Optional<Relation> apply(Relation relation, Symbols symbols) {
    return with(relation, symbols.create("matched", Type.BIGINT));
  }

  /// Whether each row is an event.
  public static boolean isOfEvents(Relation relation) {
    return switch (relation) {
      case Scan scan -> scan.table() instanceof EventDataStore;
      case Filter(var child, _) -> isOfEvents(child);
      case Project(var child, _) -> isOfEvents(child);
      case Sort(var child, _) -> isOfEvents(child);
      case Limit(var child, _, _, _) -> isOfEvents(child);
      default -> false;
    };
  }

  private static Optional<Relation> with(Relation relation, Symbol symbol) {
    return switch (relation) {
      case Aggregate aggregate when isOfEvents(aggregate.child()) && aggregate.isSimple() ->
          Optional.of(counting(aggregate, symbol));
      case Filter filter -> over(filter, symbol);
      case Sort sort -> over(sort, symbol);
      case Limit limit -> over(limit, symbol);
      case Project(var child, var assignments) ->
          with(child, symbol)
              .map(
                  counted -> {
                    var more = new ArrayList<>(assignments);
                    more.add(new Assignment(symbol, Reference.to(symbol)));
                    return new Project(counted, more);
                  });
      default -> Optional.empty();
    };
  }

  private static Optional<Relation> over(Relation relation, Symbol symbol) {
    return with(relation.children().getFirst(), symbol)
        .map(child -> relation.withChildren(List.of(child)));
  }

  /// The first aggregate of that name that takes so many arguments.
  static Function aggregate(String name, int arguments) {
    return FunctionTable.get().named(name).stream()
        .filter(function -> function.parameters().size() == arguments)
        .findFirst()
        .orElseThrow();
  }

  /// `count(*)`.
  static AggregateCall countRows() {
    return new AggregateCall(
        aggregate("count", 0),
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        Type.BIGINT,
        Origin.NONE);
  }

  private static Aggregate counting(Aggregate aggregate, Symbol symbol) {
    var more = new ArrayList<>(aggregate.aggregations());
    more.add(new Aggregation(symbol, countRows()));
    return new Aggregate(aggregate.child(), aggregate.keys(), aggregate.sets(), more);
  }
}
