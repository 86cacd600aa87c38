package io.tarn.sql.tree;

import io.tarn.sql.NamedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Something that gives rows. Each relation says which symbols its rows have; expressions refer to
/// the symbols of its children.
public sealed interface Relation {
  /// The symbols of its rows, in order.
  List<Symbol> outputs();

  /// The relations that it reads from.
  List<Relation> children();

  /// The same over other relations, as many as before.
  Relation withChildren(List<Relation> children);

  /// The expressions that it evaluates itself.
  default List<Expression> expressions() {
    return List.of();
  }

  /// The same with other expressions, as many as before.
  default Relation withExpressions(List<Expression> expressions) {
    return this;
  }

  /// A symbol and what it stands for.
  record Assignment(Symbol symbol, Expression value) {}

  /// All events of an event data store.
  record Scan(NamedTable table, List<ScanColumn> columns) implements Relation {
    public Scan {
      columns = List.copyOf(columns);
    }

    @Override
    public List<Symbol> outputs() {
      return columns.stream().map(ScanColumn::symbol).toList();
    }

    @Override
    public List<Relation> children() {
      return List.of();
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return this;
    }
  }

  /// A column that a scan reads.
  ///
  /// @param name of the column in its canonical spelling
  record ScanColumn(Symbol symbol, String name) {}

  /// Rows that the statement writes out.
  record Values(List<Symbol> outputs, List<List<Expression>> rows) implements Relation {
    public Values {
      outputs = List.copyOf(outputs);
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public List<Relation> children() {
      return List.of();
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return this;
    }

    @Override
    public List<Expression> expressions() {
      return rows.stream().flatMap(List::stream).toList();
    }

    @Override
    public Relation withExpressions(List<Expression> expressions) {
      var changed = new ArrayList<List<Expression>>();
      for (int row = 0; row < rows.size(); row++) {
        var width = outputs.size();
        changed.add(expressions.subList(row * width, (row + 1) * width));
      }
      return new Values(outputs, changed);
    }
  }

  record Filter(Relation child, Expression condition) implements Relation {
    @Override
    public List<Symbol> outputs() {
      return child.outputs();
    }

    @Override
    public List<Relation> children() {
      return List.of(child);
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return new Filter(children.getFirst(), condition);
    }

    @Override
    public List<Expression> expressions() {
      return List.of(condition);
    }

    @Override
    public Relation withExpressions(List<Expression> expressions) {
      return new Filter(child, expressions.getFirst());
    }
  }

  record Project(Relation child, List<Assignment> assignments) implements Relation {
    public Project {
      assignments = List.copyOf(assignments);
    }

    @Override
    public List<Symbol> outputs() {
      return assignments.stream().map(Assignment::symbol).toList();
    }

    @Override
    public List<Relation> children() {
      return List.of(child);
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return new Project(children.getFirst(), assignments);
    }

    @Override
    public List<Expression> expressions() {
      return assignments.stream().map(Assignment::value).toList();
    }

    @Override
    public Relation withExpressions(List<Expression> expressions) {
      return new Project(child, assigned(assignments, expressions));
    }
  }

  /// Groups by keys, and what is computed for each group; without keys all rows are one group.
  ///
  /// @param sets for each grouping set the indexes of its keys; a key outside the set is NULL
  record Aggregate(
      Relation child,
      List<Assignment> keys,
      List<List<Integer>> sets,
      List<Aggregation> aggregations)
      implements Relation {
    public Aggregate {
      keys = List.copyOf(keys);
      sets = sets.stream().map(List::copyOf).toList();
      aggregations = List.copyOf(aggregations);
    }

    /// Whether all keys count for all rows.
    public boolean isSimple() {
      return sets.size() == 1 && sets.getFirst().size() == keys.size();
    }

    @Override
    public List<Symbol> outputs() {
      return Stream.concat(
              keys.stream().map(Assignment::symbol), aggregations.stream().map(Aggregation::symbol))
          .toList();
    }

    @Override
    public List<Relation> children() {
      return List.of(child);
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return new Aggregate(children.getFirst(), keys, sets, aggregations);
    }

    @Override
    public List<Expression> expressions() {
      return Stream.concat(
              keys.stream().map(Assignment::value),
              aggregations.stream().flatMap(a -> a.call().children().stream()))
          .toList();
    }

    @Override
    public Relation withExpressions(List<Expression> expressions) {
      var changed = new ArrayList<Aggregation>();
      var at = keys.size();
      for (var aggregation : aggregations) {
        var size = aggregation.call().children().size();
        changed.add(
            new Aggregation(
                aggregation.symbol(),
                aggregation.call().withChildren(expressions.subList(at, at + size))));
        at += size;
      }
      return new Aggregate(
          child, assigned(keys, expressions.subList(0, keys.size())), sets, changed);
    }
  }

  /// An aggregate and the symbol of its value.
  record Aggregation(Symbol symbol, AggregateCall call) {}

  /// Adds the values of functions over windows to each row.
  record Window(Relation child, List<Windowed> functions) implements Relation {
    public Window {
      functions = List.copyOf(functions);
    }

    @Override
    public List<Symbol> outputs() {
      return Stream.concat(child.outputs().stream(), functions.stream().map(Windowed::symbol))
          .toList();
    }

    @Override
    public List<Relation> children() {
      return List.of(child);
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return new Window(children.getFirst(), functions);
    }

    @Override
    public List<Expression> expressions() {
      return functions.stream().flatMap(f -> f.call().children().stream()).toList();
    }

    @Override
    public Relation withExpressions(List<Expression> expressions) {
      var changed = new ArrayList<Windowed>();
      var at = 0;
      for (var function : functions) {
        var size = function.call().children().size();
        changed.add(
            new Windowed(
                function.symbol(),
                function.call().withChildren(expressions.subList(at, at + size))));
        at += size;
      }
      return new Window(child, changed);
    }
  }

  /// A function over a window and the symbol of its value.
  record Windowed(Symbol symbol, WindowCall call) {}

  /// @param condition absent for CROSS
  record Join(JoinKind kind, Relation left, Relation right, Optional<Expression> condition)
      implements Relation {
    @Override
    public List<Symbol> outputs() {
      return Stream.concat(left.outputs().stream(), right.outputs().stream()).toList();
    }

    @Override
    public List<Relation> children() {
      return List.of(left, right);
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return new Join(kind, children.get(0), children.get(1), condition);
    }

    @Override
    public List<Expression> expressions() {
      return condition.stream().toList();
    }

    @Override
    public Relation withExpressions(List<Expression> expressions) {
      return new Join(kind, left, right, expressions.stream().findFirst());
    }
  }

  /// Each row once for each element of its arrays and maps, side by side; the shorter ones end with
  /// NULLs.
  ///
  /// @param keepsAll whether a row without elements stays once
  record Unnest(Relation child, List<Unnested> items, Optional<Symbol> ordinality, boolean keepsAll)
      implements Relation {
    public Unnest {
      items = List.copyOf(items);
    }

    @Override
    public List<Symbol> outputs() {
      return Stream.of(
              child.outputs().stream(),
              items.stream().flatMap(item -> item.symbols().stream()),
              ordinality.stream())
          .flatMap(all -> all)
          .toList();
    }

    @Override
    public List<Relation> children() {
      return List.of(child);
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return new Unnest(children.getFirst(), items, ordinality, keepsAll);
    }

    @Override
    public List<Expression> expressions() {
      return items.stream().map(Unnested::value).toList();
    }

    @Override
    public Relation withExpressions(List<Expression> expressions) {
      var changed = new ArrayList<Unnested>();
      for (int i = 0; i < items.size(); i++) {
        changed.add(new Unnested(expressions.get(i), items.get(i).symbols()));
      }
      return new Unnest(child, changed, ordinality, keepsAll);
    }
  }

  /// An array or a map that is unnested: the symbols of the element, of its fields where it is a
  /// row, or of key and value.
  record Unnested(Expression value, List<Symbol> symbols) {
    public Unnested {
      symbols = List.copyOf(symbols);
    }
  }

  /// The rows of several relations by position.
  ///
  /// @param isAll whether equal rows stay as often as they are
  record SetOperation(SetKind kind, boolean isAll, List<Relation> children, List<Symbol> outputs)
      implements Relation {
    public SetOperation {
      children = List.copyOf(children);
      outputs = List.copyOf(outputs);
    }

    @Override
    public Relation withChildren(List<Relation> others) {
      return new SetOperation(kind, isAll, others, outputs);
    }
  }

  /// Each row once.
  record Distinct(Relation child) implements Relation {
    @Override
    public List<Symbol> outputs() {
      return child.outputs();
    }

    @Override
    public List<Relation> children() {
      return List.of(child);
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return new Distinct(children.getFirst());
    }
  }

  record Sort(Relation child, List<SortKey> keys) implements Relation {
    public Sort {
      keys = List.copyOf(keys);
    }

    @Override
    public List<Symbol> outputs() {
      return child.outputs();
    }

    @Override
    public List<Relation> children() {
      return List.of(child);
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return new Sort(children.getFirst(), keys);
    }

    @Override
    public List<Expression> expressions() {
      return keys.stream().map(SortKey::expression).toList();
    }

    @Override
    public Relation withExpressions(List<Expression> expressions) {
      return new Sort(child, SortKey.withExpressions(keys, expressions));
    }
  }

  /// @param count how many rows at most
  /// @param hasTies whether rows equal to the last one by the order follow it
  record Limit(Relation child, long offset, OptionalLong count, boolean hasTies)
      implements Relation {
    @Override
    public List<Symbol> outputs() {
      return child.outputs();
    }

    @Override
    public List<Relation> children() {
      return List.of(child);
    }

    @Override
    public Relation withChildren(List<Relation> children) {
      return new Limit(children.getFirst(), offset, count, hasTies);
    }
  }

  /// Which rows without a partner stay.
  public enum JoinKind {
    CROSS,
    INNER,
    LEFT,
    RIGHT,
    FULL
  }

  /// The set operations.
  public enum SetKind {
    UNION,
    INTERSECT,
    EXCEPT
  }

  private static List<Assignment> assigned(
      List<Assignment> assignments, List<Expression> expressions) {
    var changed = new ArrayList<Assignment>();
    for (int i = 0; i < assignments.size(); i++) {
      changed.add(new Assignment(assignments.get(i).symbol(), expressions.get(i)));
    }
    return changed;
  }
}
