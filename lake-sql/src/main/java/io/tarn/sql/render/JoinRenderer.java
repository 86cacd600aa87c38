package io.tarn.sql.render;

import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Join;
import io.tarn.sql.tree.Relation.JoinKind;
import io.tarn.sql.tree.Relation.Unnest;
import io.tarn.sql.tree.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Relations side by side: joins, and UNNEST beside what it reads from.
final class JoinRenderer {
  private final Dialect dialect;
  private final RelationRenderer relations;

  JoinRenderer(Dialect dialect, RelationRenderer relations) {
    this.dialect = dialect;
    this.relations = relations;
  }

  Block join(Join join, Set<Access> required) {
    var all = RelationRenderer.union(required, Access.in(join.expressions()));
    var kind = join.kind();
    var left = side(join.left(), all, kind == JoinKind.RIGHT || kind == JoinKind.FULL);
    var right = side(join.right(), all, kind == JoinKind.LEFT || kind == JoinKind.FULL);
    var values = new HashMap<>(left.values());
    values.putAll(right.values());
    var words = kind == JoinKind.CROSS ? "CROSS JOIN " : kind.name() + " JOIN ";
    var from =
        Sql.join(
            left.from().orElseThrow(),
            "\n  ",
            words,
            right.isJoin
                ? Sql.join("(", right.from().orElseThrow(), ")")
                : right.from().orElseThrow(),
            join.condition()
                .map(condition -> Sql.join(" ON ", relations.over(values).render(condition)))
                .orElse(Sql.of("")));
    var block = new Block(Optional.of(from), values);
    left.where().forEach(block::filter);
    right.where().forEach(block::filter);
    return block;
  }

  /// One side of a join: its FROM, and conditions that can stand behind the join as well.
  private record Side(
      Optional<Sql> from, Map<Symbol, Value> values, List<Sql> where, boolean isJoin) {}

  /// @param isNullable whether rows of the other side may have no partner here
  private Side side(Relation relation, Set<Access> required, boolean isNullable) {
    var symbols = Set.copyOf(relation.outputs());
    var own =
        required.stream()
            .filter(access -> symbols.contains(access.symbol()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var block = relations.render(relation, own);
    var isPlain =
        block.isRows()
            && block.from().isPresent()
            && (!isNullable || (block.where().isEmpty() && isOfColumns(block, own)));
    var fitting = isPlain ? block : relations.derived(block, own);
    return new Side(fitting.from(), fitting.values(), fitting.where(), relation instanceof Join);
  }

  private static boolean isOfColumns(Block block, Set<Access> required) {
    return required.stream()
        .map(access -> block.values().get(access.symbol()))
        .allMatch(value -> !(value instanceof Value.Written(_, var isColumn, _)) || isColumn);
  }

  Block unnest(Unnest unnest, Set<Access> required) {
    var outputs = Set.copyOf(unnest.child().outputs());
    var inputs =
        RelationRenderer.union(
            required.stream()
                .filter(access -> outputs.contains(access.symbol()))
                .collect(Collectors.toCollection(LinkedHashSet::new)),
            Access.in(unnest.expressions()));
    var child = relations.render(unnest.child(), inputs);
    var block = child.isRows() ? child : relations.derived(child, inputs);
    var renderer = relations.over(block.values());
    var alias = relations.alias("u");
    var functions = new ArrayList<Sql>();
    var names = new ArrayList<String>();
    var values = new HashMap<>(block.values());
    for (var item : unnest.items()) {
      var type = item.value().type();
      var rows = dialect.unnest(renderer.render(item.value()), type);
      functions.add(rows.function());
      var columns = new ArrayList<String>();
      rows.columns().forEach(name -> columns.add(name + (names.size() + columns.size())));
      names.addAll(columns);
      var parts = dialect.unnested(alias, columns, type);
      for (int i = 0; i < item.symbols().size(); i++) {
        values.put(item.symbols().get(i), new Value.Written(parts.get(i), false, false));
      }
    }
    unnest
        .ordinality()
        .ifPresent(
            symbol -> {
              names.add("i");
              values.put(symbol, RelationRenderer.column(alias, "i", false));
            });
    var rows =
        Sql.join(
            "ROWS FROM (",
            Sql.list(", ", functions),
            unnest.ordinality().isPresent() ? ") WITH ORDINALITY AS " : ") AS ",
            Sql.quote(alias),
            names.stream().map(Sql::quote).collect(Collectors.joining(", ", "(", ")")));
    var from =
        block
            .from()
            .map(
                source ->
                    Sql.join(
                        source,
                        unnest.keepsAll() ? "\n  LEFT JOIN LATERAL " : "\n  CROSS JOIN LATERAL ",
                        rows,
                        unnest.keepsAll() ? " ON true" : ""))
            .orElse(rows);
    var joined = new Block(Optional.of(from), values);
    block.where().forEach(joined::filter);
    return joined;
  }
}
