package io.tarn.sql.render;

import io.tarn.sql.render.Block.Item;
import io.tarn.sql.render.Block.Stage;
import io.tarn.sql.tree.AggregateCall;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Operators;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Relation.Aggregate;
import io.tarn.sql.tree.Relation.Assignment;
import io.tarn.sql.tree.Relation.Distinct;
import io.tarn.sql.tree.Relation.Filter;
import io.tarn.sql.tree.Relation.Join;
import io.tarn.sql.tree.Relation.JoinKind;
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
import java.util.Objects;
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
  /// In characters; a longer key is written once and read as a column.
  private static final int LONGEST_REPEATED_KEY = 200;

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
  private Block render(Relation relation, Set<Access> required) {
    return switch (relation) {
      case Scan scan -> scan(scan);
      case Values values -> values(values);
      case Filter filter -> filter(filter, required);
      case Project project -> project(project, required);
      case Aggregate aggregate -> aggregate(aggregate);
      case Window window -> window(window, required);
      case Join join -> join(join, required);
      case Unnest unnest -> unnest(unnest, required);
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
          new Value.Stored(alias, scan.store().schema(), List.of(column.name()), symbol.type()));
    }
    var table = Sql.join(dialect.table(scan.store()), " AS ", Sql.quote(alias));
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

  private static Value.Written column(String alias, String name, boolean isNeverNull) {
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
    var inputs = new LinkedHashSet<Access>();
    for (var access : required) {
      used.stream()
          .filter(assignment -> assignment.symbol().equals(access.symbol()))
          .forEach(assignment -> inputs.addAll(inputs(assignment, access)));
    }
    var block = render(project.child(), inputs);
    var fitting = isRepeating(used, block) ? derived(block, inputs) : block;
    var values = new HashMap<Symbol, Value>();
    for (var assignment : used) {
      values.put(assignment.symbol(), assigned(assignment.value(), fitting));
    }
    fitting.values().putAll(values);
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

  private Value assigned(Expression value, Block block) {
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

  /// Two parameters with the same value are not the same expression to the database, so keys with
  /// parameters, and long ones, are written once, in a SELECT below.
  private Block aggregate(Aggregate aggregate) {
    var inputs = Access.in(aggregate.expressions());
    var block = render(aggregate.child(), inputs);
    var rows = block.isRows() ? block : derived(block, inputs);
    if (keys(aggregate, rows).stream().anyMatch(RelationRenderer::isWrittenOnce)) {
      return aggregate(withComputedKeys(aggregate), keysBelow(aggregate, rows));
    }
    return aggregate(aggregate, rows);
  }

  private static boolean isWrittenOnce(Sql key) {
    return key.hasParameters() || key.text().length() > LONGEST_REPEATED_KEY;
  }

  private List<Sql> keys(Aggregate aggregate, Block rows) {
    return over(rows.values()).each(aggregate.keys().stream().map(Assignment::value).toList());
  }

  /// A derived table with the keys as columns, beside what the aggregates read.
  private Block keysBelow(Aggregate aggregate, Block rows) {
    var required = new LinkedHashSet<Access>();
    for (var key : aggregate.keys()) {
      rows.values().put(key.symbol(), assigned(key.value(), rows));
      required.add(Access.whole(key.symbol()));
    }
    required.addAll(
        Access.in(
            aggregate.aggregations().stream()
                .filter(a -> !isGrouping(a))
                .flatMap(a -> a.call().children().stream())
                .toList()));
    return derived(rows, required);
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
      var isNeverNull = aggregate.isSimple() && isNeverNull(key.value(), rows);
      values.put(key.symbol(), new Value.Written(keys.get(i), false, isNeverNull));
    }
    var renderer = over(rows.values());
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

  private Block join(Join join, Set<Access> required) {
    var all = union(required, Access.in(join.expressions()));
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
                .map(condition -> Sql.join(" ON ", over(values).render(condition)))
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
    var block = render(relation, own);
    var isPlain =
        block.isRows()
            && block.from().isPresent()
            && (!isNullable || (block.where().isEmpty() && isOfColumns(block, own)));
    var fitting = isPlain ? block : derived(block, own);
    return new Side(fitting.from(), fitting.values(), fitting.where(), relation instanceof Join);
  }

  private static boolean isOfColumns(Block block, Set<Access> required) {
    return required.stream()
        .map(access -> block.values().get(access.symbol()))
        .allMatch(value -> !(value instanceof Value.Written(_, var isColumn, _)) || isColumn);
  }

  private Block unnest(Unnest unnest, Set<Access> required) {
    var outputs = Set.copyOf(unnest.child().outputs());
    var inputs =
        union(
            required.stream()
                .filter(access -> outputs.contains(access.symbol()))
                .collect(Collectors.toCollection(LinkedHashSet::new)),
            Access.in(unnest.expressions()));
    var child = render(unnest.child(), inputs);
    var block = child.isRows() ? child : derived(child, inputs);
    var renderer = over(block.values());
    var alias = alias("u");
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
              values.put(symbol, column(alias, "i", false));
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
  private Block derived(Block block, Set<Access> required) {
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

  private static Expression columnOf(Expression key, Map<Expression, Symbol> keys) {
    return Reference.to(Objects.requireNonNull(keys.get(key), "grouping of what is no key"));
  }

  private boolean isNeverNull(Expression value, Block block) {
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
  private ExpressionRenderer over(Map<Symbol, Value> values) {
    if (outside.isEmpty()) {
      return new ExpressionRenderer(dialect, values, this);
    }
    var all = new HashMap<>(outside);
    all.putAll(values);
    return new ExpressionRenderer(dialect, all, this);
  }

  private static Set<Access> union(Set<Access> one, Set<Access> other) {
    return Stream.concat(one.stream(), other.stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
