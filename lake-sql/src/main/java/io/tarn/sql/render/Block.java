package io.tarn.sql.render;

import io.tarn.sql.tree.SortKey;
import io.tarn.sql.tree.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One SELECT that is being written: clauses are added in their order, as long as they fit. What
/// does not fit any more takes the SELECT as a derived table.
final class Block {
  /// How far a SELECT has come: a clause of an earlier stage cannot be added.
  enum Stage {
    ROWS,
    GROUPED,
    WINDOWED,
    DISTINCT,
    SORTED,
    LIMITED
  }

  private final Optional<Sql> from;
  private final Map<Symbol, Value> values;
  private final List<Sql> where = new ArrayList<>();
  private final List<Sql> having = new ArrayList<>();
  private Optional<Sql> groupBy = Optional.empty();
  private List<SortKey> order = List.of();
  private Optional<Sql> limit = Optional.empty();
  private Stage stage = Stage.ROWS;

  Block(Optional<Sql> from, Map<Symbol, Value> values) {
    this.from = from;
    this.values = new HashMap<>(values);
  }

  /// A column of the select list.
  record Item(Sql sql, String alias) {}

  Optional<Sql> from() {
    return from;
  }

  Map<Symbol, Value> values() {
    return values;
  }

  List<Sql> where() {
    return where;
  }

  Stage stage() {
    return stage;
  }

  boolean isAt(Stage atMost) {
    return stage.compareTo(atMost) <= 0;
  }

  /// Whether it is no more than its FROM and its WHERE.
  boolean isRows() {
    return stage == Stage.ROWS;
  }

  void filter(Sql condition) {
    (stage == Stage.ROWS ? where : having).add(condition);
  }

  /// @param keys absent where all rows are one group
  void group(Optional<Sql> keys) {
    groupBy = keys;
    stage = Stage.GROUPED;
  }

  void having(Sql condition) {
    having.add(condition);
  }

  void reach(Stage reached) {
    stage = reached;
  }

  void sort(List<SortKey> keys) {
    order = keys;
    stage = Stage.SORTED;
  }

  void limit(Sql clause) {
    limit = Optional.of(clause);
    stage = Stage.LIMITED;
  }

  List<SortKey> order() {
    return order;
  }

  /// The text of the SELECT with these columns.
  ///
  /// @param keys the rendered keys of [#order]
  Sql select(List<Item> items, List<Sql> keys, boolean isDistinct) {
    var parts = new ArrayList<Object>();
    parts.add(isDistinct ? "SELECT DISTINCT " : "SELECT ");
    parts.add(
        Sql.list(
            ", ",
            items.stream().map(i -> Sql.join(i.sql(), " AS ", Sql.quote(i.alias()))).toList()));
    from.ifPresent(source -> clause(parts, "FROM ", source));
    conjunction(parts, "WHERE ", where);
    groupBy.ifPresent(list -> clause(parts, "GROUP BY ", list));
    conjunction(parts, "HAVING ", having);
    if (!keys.isEmpty()) {
      clause(parts, "ORDER BY ", Sql.list(", ", keys));
    }
    limit.ifPresent(rows -> clause(parts, "", rows));
    return Sql.join(parts.toArray());
  }

  private static void conjunction(List<Object> parts, String keyword, List<Sql> conditions) {
    if (!conditions.isEmpty()) {
      clause(parts, keyword, Sql.list("\n  AND ", conditions));
    }
  }

  private static void clause(List<Object> parts, String keyword, Sql sql) {
    parts.addAll(List.of("\n", keyword, sql));
  }
}
