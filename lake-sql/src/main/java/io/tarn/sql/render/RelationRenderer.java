package io.tarn.sql.render;

import io.tarn.sql.render.Block.Item;
import io.tarn.sql.render.Block.Stage;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Aggregate;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Relation.Distinct;
import io.tarn.sql.tree.Relation.Filter;
import io.tarn.sql.tree.Relation.Join;
import io.tarn.sql.tree.Relation.Limit;
import io.tarn.sql.tree.Relation.Project;
import io.tarn.sql.tree.Relation.Scan;
import io.tarn.sql.tree.Relation.SetOperation;
import io.tarn.sql.tree.Relation.Sort;
import io.tarn.sql.tree.Relation.Unnest;
import io.tarn.sql.tree.Relation.Values;
import io.tarn.sql.tree.Relation.Window;
import io.tarn.sql.tree.SortKey;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Relations as SELECTs. A relation adds its clause to the SELECT below as long as it fits, and
/// else
/// reads from it as a derived table.
///
/// ```
/// Limit < Sort < Project < Filter < Scan    SELECT ... FROM s0 WHERE ... ORDER BY ... LIMIT ...
/// Filter < Window < Scan                    SELECT ... FROM (SELECT ... FROM s0) AS d1 WHERE ...
/// ```
public final class RelationRenderer {
  private final Dialect dialect;
  private final Map<Symbol, Value> outside;
  private final AtomicInteger aliases;

  private RelationRenderer(Dialect dialect, Map<Symbol, Value> outside, AtomicInteger aliases) {
    this.dialect = dialect;
    this.outside = outside;
    this.aliases = aliases;
  }

  public static RelationRenderer of(Dialect dialect) {
    return new RelationRenderer(dialect, Map.of(), new AtomicInteger());
  }

  /// The same for a sub-query, which sees these values too.
  RelationRenderer inside(Map<Symbol, Value> values) {
    return new RelationRenderer(dialect, values, aliases);
  }

  String alias(String prefix) {
    return prefix + aliases.getAndIncrement();
  }

  /// The whole relation as the result of a statement.
  public Rendered render(Relation relation) {
    var outputs = relation.outputs();
    var block = render(relation, wholes(outputs));
    var items = new ArrayList<Item>();
    var orders = new ArrayList<Item>();
    var companions = new ArrayList<Optional<Integer>>();
    var sortable = new ArrayList<Optional<Symbol>>();
    for (var symbol : outputs) {
      var name = "c" + items.size();
      var order =
          block.values().get(symbol) instanceof Value.Stored stored
              ? dialect.keyOrder(stored)
              : Optional.<Sql>empty();
      var value = sql(block, symbol);
      var shown = dialect.output(value, symbol.type());
      items.add(new Item(shown, name));
      sortable.add(shown.equals(value) ? Optional.of(symbol) : Optional.empty());
      order.ifPresent(companion -> orders.add(new Item(companion, name + "_order")));
      companions.add(order.map(_ -> outputs.size() + orders.size()));
    }
    items.addAll(orders);
    return new Rendered(block.select(items, keys(block, sortable), false), companions);
  }

  /// @param companions for each output the position of the column with the order of its keys
  public record Rendered(Sql sql, List<Optional<Integer>> companions) {
    public Rendered {
      companions = List.copyOf(companions);
    }
  }

  /// The relation as a sub-query.
  Sql select(Relation relation) {
    var outputs = relation.outputs();
    return Sql.join("\n  ", select(render(relation, wholes(outputs)), outputs).indented());
  }

  private Sql select(Block block, List<Symbol> outputs) {
    var items =
        IntStream.range(0, outputs.size())
            .mapToObj(i -> new Item(sql(block, outputs.get(i)), "c" + i))
            .toList();
    return block.select(items, keys(block, present(outputs)), false);
  }

  private static Set<Access> wholes(List<Symbol> symbols) {
    return symbols.stream().map(Access::whole).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// @param required what is read of the relation's rows
  Block render(Relation relation, Set<Access> required) {
    return switch (relation) {
      case Scan scan -> scan(scan);
      case Values values -> values(values);
      case Filter filter -> filter(filter, required);
      case Project project -> project(project, required);
      case Aggregate aggregate -> new AggregateRenderer(dialect, this).render(aggregate);
      case Window window -> window(window, required);
      case Join join -> new JoinRenderer(dialect, this).join(join, required);
      case Unnest unnest -> new JoinRenderer(dialect, this).unnest(unnest, required);
      case SetOperation operation -> setOperation(operation);
      case Distinct distinct -> distinct(distinct);
      case Sort sort -> sort(sort, required);
      case Limit limit -> limit(limit, required);
    };
  }

  private Block scan(Scan scan) {
    var alias = alias("s");
    var values = new HashMap<Symbol, Value>();
    for (var column : scan.columns()) {
      var symbol = column.symbol();
      values.put(
          symbol,
          new Value.Stored(alias, scan.table().schema(), List.of(column.name()), symbol.type()));
    }
    var table = Sql.join(dialect.table(scan.table()), " AS ", Sql.quote(alias));
    return new Block(Optional.of(table), values);
  }

  private Block values(Values values) {
    if (values.outputs().isEmpty()) {
      return new Block(Optional.empty(), Map.of());
    }
    var rows =
        values.rows().stream()
            .map(row -> Sql.join("(", Sql.list(", ", over(Map.of()).each(row)), ")"))
            .toList();
    var alias = alias("v");
    var names =
        IntStream.range(0, values.outputs().size())
            .mapToObj(i -> Sql.quote("c" + i))
            .collect(Collectors.joining(", "));
    var from =
        Sql.join("(VALUES ", Sql.list(", ", rows), ") AS ", Sql.quote(alias), "(", names, ")");
    return new Block(Optional.of(from), columns(alias, values.outputs()));
  }

  private static Map<Symbol, Value> columns(String alias, List<Symbol> symbols) {
    var values = new HashMap<Symbol, Value>();
    for (int i = 0; i < symbols.size(); i++) {
      values.put(symbols.get(i), column(alias, "c" + i, false));
    }
    return values;
  }

  static Value.Written column(String alias, String name, boolean isNeverNull) {
    return new Value.Written(Sql.of(Sql.quote(alias) + "." + Sql.quote(name)), true, isNeverNull);
  }

  private Block filter(Filter filter, Set<Access> required) {
    var all = union(required, Access.in(List.of(filter.condition())));
    var block = render(filter.child(), all);
    var fitting = block.isAt(Stage.GROUPED) ? block : derived(block, all);
    for (var condition : Operators.conjuncts(filter.condition())) {
      fitting.filter(over(fitting.values()).render(condition));
    }
    return fitting;
  }

  private Block project(Project project, Set<Access> required) {
    var used = used(project, required);
    var values = new HashMap<Symbol, Assignment>();
    used.forEach(assignment -> values.put(assignment.symbol(), assignment));
    var inputs = new LinkedHashSet<Access>();
    for (var access : required) {
      var assignment = values.get(access.symbol());
      if (assignment != null) {
        inputs.addAll(inputs(assignment, access));
      }
    }
    var block = render(project.child(), inputs);
    var fitting = isRepeating(used, block) ? derived(block, inputs) : block;
    var written = new HashMap<Symbol, Value>();
    for (var assignment : used) {
      written.put(assignment.symbol(), assigned(assignment.value(), fitting));
    }
    fitting.values().putAll(written);
    return fitting;
  }

  private static List<Assignment> used(Project project, Set<Access> required) {
    var symbols = required.stream().map(Access::symbol).collect(Collectors.toSet());
    return project.assignments().stream().filter(a -> symbols.contains(a.symbol())).toList();
  }

  private static Set<Access> inputs(Assignment assignment, Access required) {
    return Access.of(assignment.value())
        .map(access -> Set.of(access.inside(required.path())))
        .orElseGet(() -> Access.in(List.of(assignment.value())));
  }

  /// Whether something computed below would be written, and so computed, several times.
  private static boolean isRepeating(List<Assignment> assignments, Block block) {
    var uses = new HashMap<Symbol, Integer>();
    for (var assignment : assignments) {
      assignment
          .value()
          .all()
          .forEach(
              part -> {
                if (part instanceof Reference(var symbol, _)
                    && block.values().get(symbol) instanceof Value.Written(var sql, _, _)
                    && sql.hasParameters()) {
                  uses.merge(symbol, part.equals(assignment.value()) ? 0 : 1, Integer::sum);
                }
              });
    }
    return uses.values().stream().anyMatch(count -> count > 1);
  }

  Value assigned(Expression value, Block block) {
    var access = Access.of(value);
    if (access.isPresent() && access.get().path().isEmpty()) {
      var known = block.values().get(access.get().symbol());
      if (known != null) {
        return known;
      }
    }
    var renderer = over(block.values());
    return renderer
        .stored(value)
        .<Value>map(stored -> stored)
        .orElseGet(() -> new Value.Written(renderer.render(value), false, false));
  }

  private Block window(Window window, Set<Access> required) {
    var functions =
        window.functions().stream()
            .filter(f -> required.stream().anyMatch(a -> a.symbol().equals(f.symbol())))
            .toList();
    var own = functions.stream().map(Relation.Windowed::symbol).collect(Collectors.toSet());
    var inputs =
        union(
            required.stream()
                .filter(access -> !own.contains(access.symbol()))
                .collect(Collectors.toCollection(LinkedHashSet::new)),
            Access.in(functions.stream().flatMap(f -> f.call().children().stream()).toList()));
    var block = render(window.child(), inputs);
    var fitting = block.isAt(Stage.GROUPED) ? block : derived(block, inputs);
    var renderer = over(fitting.values());
    var windows = new WindowRenderer(dialect, renderer);
    var values = new HashMap<Symbol, Value>();
    functions.forEach(
        f -> values.put(f.symbol(), new Value.Written(windows.render(f.call()), false, false)));
    fitting.values().putAll(values);
    fitting.reach(Stage.WINDOWED);
    return fitting;
  }

  private Block setOperation(SetOperation operation) {
    var words = "\n" + operation.kind().name() + (operation.isAll() ? " ALL\n" : "\n");
    var inputs =
        operation.children().stream()
            .map(child -> select(render(child, wholes(child.outputs())), child.outputs()))
            .map(select -> Sql.join("(", select.indented(), ")"))
            .toList();
    var alias = alias("u");
    var from = Sql.join("(", Sql.list(words, inputs).indented(), ") AS ", Sql.quote(alias));
    return new Block(Optional.of(from), columns(alias, operation.outputs()));
  }

  /// A derived table of all columns, each row once.
  private Block distinct(Distinct distinct) {
    var outputs = distinct.outputs();
    var block = render(distinct.child(), wholes(outputs));
    var fitting = block.isAt(Stage.WINDOWED) ? block : derived(block, wholes(outputs));
    var alias = alias("d");
    var items =
        IntStream.range(0, outputs.size())
            .mapToObj(i -> new Item(sql(fitting, outputs.get(i)), "c" + i))
            .toList();
    var select = fitting.select(items, List.of(), true);
    var from = Sql.join("(", select.indented(), ") AS ", Sql.quote(alias));
    return new Block(Optional.of(from), columns(alias, outputs));
  }

  private Block sort(Sort sort, Set<Access> required) {
    var all = union(required, Access.in(sort.expressions()));
    var block = render(sort.child(), all);
    var fitting = block.isAt(Stage.WINDOWED) ? block : derived(block, all);
    fitting.sort(sort.keys());
    return fitting;
  }

  private Block limit(Limit limit, Set<Access> required) {
    var block = render(limit.child(), required);
    var fitting = block.isAt(Stage.SORTED) ? block : derived(block, required);
    fitting.limit(rows(limit));
    return fitting;
  }

  private static Sql rows(Limit limit) {
    var parts = new ArrayList<Object>();
    if (limit.offset() > 0) {
      parts.addAll(List.of("OFFSET ", Sql.parameter(limit.offset(), "bigint"), " "));
    }
    limit
        .count()
        .ifPresent(
            count -> {
              var number = Sql.parameter(count, "bigint");
              parts.addAll(
                  limit.hasTies()
                      ? List.of("FETCH FIRST (", number, ") ROWS WITH TIES")
                      : List.of("LIMIT ", number));
            });
    return Sql.join(parts.toArray());
  }

  /// The SELECT as a derived table, of which only what is read has a column.
  Block derived(Block block, Set<Access> required) {
    var alias = alias("d");
    var items = new ArrayList<Item>();
    var keys = new ArrayList<Symbol>();
    var parts = new LinkedHashMap<Symbol, Map<List<Integer>, Value.Written>>();
    for (var access : required) {
      var symbol = access.symbol();
      if (!block.values().containsKey(symbol)) {
        continue;
      }
      var value = block.values().get(symbol);
      var path = value instanceof Value.Written ? List.<Integer>of() : access.path();
      var columns = parts.computeIfAbsent(symbol, _ -> new LinkedHashMap<>());
      if (!columns.containsKey(path)) {
        var name = "c" + items.size();
        items.add(new Item(sql(block, symbol, path), name));
        keys.add(symbol);
        columns.put(path, column(alias, name, path.isEmpty() && isNeverNull(block, symbol)));
      }
    }
    if (items.isEmpty()) {
      items.add(new Item(Sql.of("1"), "c0"));
    }
    var select = block.select(items, keys(block, present(keys)), false);
    var from = Sql.join("(", select.indented(), ") AS ", Sql.quote(alias));
    var values = new HashMap<Symbol, Value>();
    parts.forEach((symbol, columns) -> values.put(symbol, of(columns)));
    return new Block(Optional.of(from), values);
  }

  private static Value of(Map<List<Integer>, Value.Written> columns) {
    var whole = columns.get(List.<Integer>of());
    return whole != null && columns.size() == 1 ? whole : new Value.Parts(columns);
  }

  private Sql sql(Block block, Symbol symbol) {
    return over(block.values()).render(Reference.to(symbol));
  }

  private Sql sql(Block block, Symbol symbol, List<Integer> path) {
    return over(block.values()).render(expression(symbol, path));
  }

  private static Expression expression(Symbol symbol, List<Integer> path) {
    Expression value = Reference.to(symbol);
    for (var index : path) {
      var row = (Type.Row) value.type();
      value = new Expression.Field(value, index, row.fields().get(index).type());
    }
    return value;
  }

  /// The keys of ORDER BY: the position of a column where the select list has it. The place of
  /// NULL
  /// is always written, except for columns that are never NULL: an index serves their order only
  /// without it.
  private List<Sql> keys(Block block, List<Optional<Symbol>> selected) {
    return block.order().stream().map(key -> key(block, key, selected)).toList();
  }

  private static List<Optional<Symbol>> present(List<Symbol> symbols) {
    return symbols.stream().map(Optional::of).toList();
  }

  private Sql key(Block block, SortKey key, List<Optional<Symbol>> selected) {
    var value = over(block.values()).render(key.expression());
    var sorted = dialect.sortable(value, key.expression().type());
    var position =
        key.expression() instanceof Reference(var symbol, _) && sorted.equals(value)
            ? selected.indexOf(Optional.of(symbol))
            : -1;
    var target = position >= 0 ? Sql.of(Integer.toString(position + 1)) : sorted;
    return sortKey(target, key, isNeverNull(key.expression(), block));
  }

  static Sql sortKey(Sql target, SortKey key, boolean isNeverNull) {
    var nulls = key.isNullsFirst() ? " NULLS FIRST" : " NULLS LAST";
    return Sql.join(target, key.isDescending() ? " DESC" : " ASC", isNeverNull ? "" : nulls);
  }

  boolean isNeverNull(Expression value, Block block) {
    return value instanceof Reference(var symbol, _) && isNeverNull(block, symbol);
  }

  private boolean isNeverNull(Block block, Symbol symbol) {
    return switch (block.values().get(symbol)) {
      case null -> false;
      case Value.Stored stored -> dialect.isNeverNull(stored);
      case Value.Written written -> written.isNeverNull();
      case Value.Parts _ -> false;
    };
  }

  /// Expressions over the values of a SELECT and of those around it.
  ExpressionRenderer over(Map<Symbol, Value> values) {
    if (outside.isEmpty()) {
      return new ExpressionRenderer(dialect, values, this);
    }
    var all = new HashMap<>(outside);
    all.putAll(values);
    return new ExpressionRenderer(dialect, all, this);
  }

  static Set<Access> union(Set<Access> one, Set<Access> other) {
    return Stream.concat(one.stream(), other.stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
