package io.tarn.sql.generated;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.LakeColumn;
import io.tarn.sql.generated.Ingredients.Column;
import io.tarn.sql.generated.Node.Typed;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes statements over events and over small relations of extreme values. The same seed makes the
/// same ones.
public final class StatementGenerator {
  private static final String EVENTS = " from $EDS_ID as e";
  private static final List<String> FRAMES =
      List.of(
          "",
          "",
          " rows between unbounded preceding and current row",
          " rows between 2 preceding and 1 following",
          " rows between current row and unbounded following",
          " range between unbounded preceding and current row",
          " groups between 1 preceding and 1 following",
          " rows between unbounded preceding and unbounded following");

  private final Dice dice;
  private final Ingredients ingredients = new Ingredients();
  private final Expressions expressions;
  private final Expressions wild;
  private final Scope events;
  private int round;

  public StatementGenerator(long seed) {
    this.dice = new Dice(seed);
    this.expressions = new Expressions(dice, ingredients, false);
    this.wild = new Expressions(dice, ingredients, true);
    this.events = Scope.ofEvents(ingredients.columns(), "e");
  }

  /// All columns of all events.
  public static Generated everything() {
    var columns =
        EventSchema.CLOUDTRAIL.columns().stream()
            .map(LakeColumn::name)
            .filter(name -> !List.of("receivedTime", "ingestPosition").contains(name))
            .<Node>map(Node.Text::new)
            .toList();
    return new Generated(
        "events", Node.of("select eventID as k"), columns, Node.of(EVENTS), 1, false);
  }

  /// The next one; the kinds take turns.
  public Generated next() {
    return switch (round++ % 14) {
      case 0, 7 -> expressions();
      case 1, 5, 9 -> extremes();
      case 2 -> groups();
      case 3 -> windows();
      case 4 -> joins();
      case 6 -> setOperation();
      case 8 -> subqueries();
      case 10 -> unnested();
      case 11 -> sorted();
      case 12 -> groupsOfExtremes();
      default -> commonTable();
    };
  }

  private Generated expressions() {
    var items = dice.<Node>times(16, () -> expressions.any(events, 3));
    return new Generated(
        "expressions",
        Node.of("select e.eventID as k"),
        items,
        Node.of(EVENTS, where(events)),
        1,
        false);
  }

  private Node where(Scope scope) {
    return dice.oneIn(2) ? Node.of() : Node.clause("\nwhere ", condition(scope, 2));
  }

  private Typed condition(Scope scope, int depth) {
    return expressions.of(Type.BOOLEAN, scope, depth);
  }

  private Generated extremes() {
    var table = relation("v", 4, 3);
    return new Generated(
        "extremes",
        Node.of("select v.id as k"),
        dice.times(6, () -> wild.any(table.scope(), 1)),
        Node.of("\nfrom ", table.relation()),
        1,
        false);
  }

  private record Table(Node relation, Scope scope) {}

  /// A relation of VALUES with a column `id` and some of extreme values.
  private Table relation(String alias, int columns, int rows) {
    var types = dice.some(columns, List.copyOf(ingredients.extremes().keySet()));
    var names = new LinkedHashMap<String, Type>();
    types.forEach(type -> names.put("c" + names.size(), type));
    var lines = IntStream.rangeClosed(1, rows).mapToObj(id -> row(id, types)).toList();
    var scope =
        new Scope(
            names.entrySet().stream()
                .map(column -> new Column(column.getValue(), alias + "." + column.getKey()))
                .collect(Collectors.toCollection(ArrayList::new)),
            Optional.empty());
    return new Table(
        Node.of(
            "(values ",
            new Node.Items(", ", lines),
            ") as " + alias + " (id, " + String.join(", ", names.keySet()) + ")"),
        scope);
  }

  private Node row(int id, List<Type> types) {
    var values = types.stream().map(type -> typed(type, dice.of(ingredients.extremes().get(type))));
    return new Node.Text(values.collect(Collectors.joining(", ", "(" + id + ", ", ")")));
  }

  private static String typed(Type type, String literal) {
    return literal.equals("null") || literal.contains("[]") || literal.contains("array")
        ? "cast(" + literal + " as " + type.display() + ")"
        : literal;
  }

  private Generated groups() {
    var types = dice.times(2, () -> dice.one(Type.VARCHAR, Type.BIGINT, Type.DATE, Type.BOOLEAN));
    var keys = types.stream().map(type -> expressions.of(type, events, 2)).toList();
    var grouped = events.with("e.g0", types.getFirst()).with("e.g1", types.getLast());
    var one = new Node.Text("e.g0");
    var two = new Node.Text("e.g1");
    var by =
        switch (dice.below(5)) {
          case 0 -> Node.of("rollup (", one, ", ", two, ")");
          case 1 -> Node.of("cube (", one, ", ", two, ")");
          case 2 -> Node.of("grouping sets ((", one, ", ", two, "), (", one, "), ())");
          default -> Node.of(one, ", ", two);
        };
    return new Generated(
        "groups",
        Node.of("select ", one, " as k0, ", two, " as k1, grouping(", one, ", ", two, ") as k2"),
        dice.times(8, () -> expressions.aggregate(grouped)),
        Node.of(
            "\nfrom (select *, calendarday, ",
            keys.getFirst(),
            " as g0, ",
            keys.getLast(),
            " as g1" + EVENTS + ") as e",
            where(grouped),
            "\ngroup by ",
            by,
            having()),
        3,
        false);
  }

  private Node having() {
    return dice.oneIn(3)
        ? Node.clause(
            "\nhaving ",
            dice.one("count(*) > 1", "max(e.eventID) > 'e05'", "count_if(e.readOnly) < 9"))
        : Node.of();
  }

  private Generated groupsOfExtremes() {
    var table = relation("v", 4, 5);
    var isGrouped = dice.oneIn(2);
    var key = dice.of(table.scope().columns());
    return new Generated(
        "groups of extremes",
        Node.of("select ", isGrouped ? key.text() : "count(*)", " as k"),
        dice.times(5, () -> wild.aggregate(table.scope())),
        Node.of("\nfrom ", table.relation(), isGrouped ? "\ngroup by " + key.text() : ""),
        1,
        false);
  }

  private Generated windows() {
    return new Generated(
        "windows",
        Node.of("select e.eventID as k"),
        dice.times(8, this::window),
        Node.of(EVENTS, where(events)),
        1,
        false);
  }

  private Node window() {
    var call = dice.oneIn(2) ? expressions.windowCall(events) : windowAggregate();
    var partition =
        dice.oneIn(3) ? Node.of() : Node.clause("partition by ", expressions.plain(events, 1), " ");
    var order =
        Node.of(
            "order by ",
            expressions.plain(events, 1),
            dice.one("", " desc", " nulls first", " desc nulls last"),
            ", e.eventID");
    var isFramed =
        !call.sql()
            .matches("(?s)(row_number|rank|dense_rank|percent_rank|cume_dist|ntile|lag|lead)\\(.*");
    return Node.of(call, " over (", partition, order, isFramed ? dice.of(FRAMES) : "", ")");
  }

  private Typed windowAggregate() {
    while (true) {
      var call = expressions.aggregate(events);
      var sql = call.sql();
      if (!sql.contains("distinct") && !sql.contains(" order by ") && !sql.contains(" filter ")) {
        return call;
      }
    }
  }

  private Generated joins() {
    var left = Scope.ofEvents(ingredients.columns(), "a");
    var isOfEvents = dice.oneIn(2);
    var values = relation("b", 3, 4);
    var right = isOfEvents ? Scope.ofEvents(ingredients.columns(), "b") : values.scope();
    var both = left.and(right);
    var join = dice.one("join", "left join", "right join", "full join", "join", "left join");
    var type = isOfEvents ? dice.one(Type.VARCHAR, Type.BIGINT, Type.DATE) : Type.VARCHAR;
    var on =
        isOfEvents
            ? Node.of(expressions.leaf(type, left), " = ", expressions.leaf(type, right))
            : condition(both, 2);
    var more = join.equals("full join") ? Node.of() : Node.clause(" and ", condition(both, 1));
    return new Generated(
        "joins",
        Node.of("select a.eventID as k0, b." + (isOfEvents ? "eventID" : "id") + " as k1"),
        dice.times(6, () -> expressions.any(both, 2)),
        Node.of(
            "\nfrom (select *, calendarday from $EDS_ID where eventID < 'e040') as a\n"
                + join
                + " ",
            isOfEvents
                ? Node.of(
                    "(select *, calendarday from $EDS_ID where eventID between 'e030' and 'e070') as b")
                : values.relation(),
            "\non ",
            on,
            isOfEvents ? more : Node.of(),
            where(both)),
        2,
        false);
  }

  private Generated setOperation() {
    var types =
        dice.times(
            2,
            () -> dice.one(Type.VARCHAR, Type.BIGINT, Type.TIMESTAMP, Type.BOOLEAN, Type.DOUBLE));
    var operators =
        List.of("union", "union all", "intersect", "except", "intersect all", "except all");
    return new Generated(
        "set operations",
        Node.of(
            branch(types),
            "\n" + dice.of(operators) + "\n",
            branch(types),
            dice.oneIn(2)
                ? Node.clause("\n" + dice.of(operators) + "\n", branch(types))
                : Node.of()),
        List.of(),
        Node.of(),
        0,
        false);
  }

  private Node branch(List<Type> types) {
    var items =
        IntStream.range(0, types.size())
            .mapToObj(i -> Node.of(expressions.of(types.get(i), events, 2), " as c" + i))
            .toList();
    return Node.of(
        "(select ",
        dice.oneIn(4) ? "distinct " : "",
        new Node.Items(", ", items),
        EVENTS,
        where(events),
        ")");
  }

  private Generated subqueries() {
    var inner = Scope.ofEvents(ingredients.columns(), "i");
    return new Generated(
        "sub-queries",
        Node.of("select e.eventID as k"),
        dice.times(5, () -> subquery(inner)),
        Node.of(
            "\nfrom (select *, calendarday from $EDS_ID where eventID < 'e060') as e",
            where(events)),
        1,
        false);
  }

  private Node subquery(Scope inner) {
    var type = dice.one(Type.VARCHAR, Type.BIGINT, Type.DATE, Type.TIMESTAMP);
    var link = Node.of(expressions.leaf(type, inner), " = ", expressions.leaf(type, events));
    var from = "from $EDS_ID as i where ";
    return switch (dice.below(6)) {
      case 0 ->
          Node.of("exists (select 1 ", from, link, Node.clause(" and ", condition(inner, 1)), ")");
      case 1 ->
          Node.of(
              "(",
              expressions.leaf(type, events),
              " in (select ",
              expressions.leaf(type, inner),
              " ",
              from,
              condition(inner, 1),
              "))");
      case 2 ->
          Node.of(
              "(",
              expressions.leaf(type, events),
              " not in (select ",
              expressions.leaf(type, inner),
              " ",
              from,
              condition(inner, 1),
              "))");
      case 3 -> Node.of("(select ", expressions.aggregate(inner), " ", from, link, ")");
      case 4 ->
          Node.of(
              "(",
              expressions.leaf(type, events),
              dice.one(" > all", " <= all", " <> all", " > any", " <= any", " = any"),
              " (select ",
              expressions.leaf(type, inner),
              " ",
              from,
              condition(inner, 1),
              "))");
      default ->
          Node.of("(select ", expressions.aggregate(inner), " ", from, condition(inner, 2), ")");
    };
  }

  private Generated unnested() {
    var kind = dice.below(4);
    var source =
        switch (kind) {
          case 0 -> "e.resources";
          case 1 -> "split(e.eventSource, '.')";
          case 2 -> "e.requestParameters";
          default -> "sequence(1, length(e.eventName) % 4)";
        };
    var names =
        switch (kind) {
          case 0 -> "u0, u1, u2, u3";
          case 2 -> "u0, u1";
          default -> "u0";
        };
    var type = kind == 3 ? Type.BIGINT : Type.VARCHAR;
    var scope = events;
    for (var name : names.split(", ", -1)) {
      scope = scope.with("u." + name, type);
    }
    var isCounted = kind != 2 && dice.oneIn(2);
    var all = isCounted ? scope.with("u.n", Type.BIGINT) : scope;
    var isLeft = kind != 3 && dice.oneIn(2);
    return new Generated(
        "unnest",
        Node.of("select e.eventID as k0, u.u0 as k1"),
        dice.times(5, () -> expressions.any(all, 2)),
        Node.of(
            EVENTS,
            isLeft ? "\nleft join unnest(" : "\ncross join unnest(",
            source,
            ")",
            isCounted ? " with ordinality" : "",
            " as u (" + names + (isCounted ? ", n)" : ")"),
            isLeft ? " on true" : ""),
        2,
        false);
  }

  private Generated sorted() {
    var keys = dice.times(2, () -> expressions.plain(events, 2));
    var order =
        IntStream.range(0, keys.size())
            .mapToObj(
                i ->
                    "k"
                        + i
                        + dice.one(
                            "",
                            " asc",
                            " desc",
                            " nulls first",
                            " desc nulls last",
                            " desc nulls first"))
            .collect(Collectors.joining(", "));
    var items =
        IntStream.range(0, keys.size()).mapToObj(i -> Node.of(keys.get(i), " as k" + i)).toList();
    return new Generated(
        "sorted",
        Node.of("select ", new Node.Items(", ", items), ", e.eventID as k2"),
        List.of(),
        Node.of(
            EVENTS,
            where(events),
            "\norder by " + order + ", k2",
            dice.oneIn(2) ? Node.clause("\noffset 3") : Node.of(),
            dice.oneIn(2) ? Node.clause("\nlimit 20") : Node.of()),
        3,
        true);
  }

  private Generated commonTable() {
    var types =
        dice.times(3, () -> dice.one(Type.VARCHAR, Type.BIGINT, Type.TIMESTAMP, Type.BOOLEAN));
    var columns =
        IntStream.range(0, types.size())
            .mapToObj(i -> new Column(types.get(i), "t.c" + i))
            .toList();
    var scope = new Scope(columns, Optional.empty());
    var items =
        IntStream.range(0, types.size())
            .mapToObj(i -> Node.of(expressions.of(types.get(i), events, 2), " as c" + i))
            .toList();
    return new Generated(
        "common tables",
        Node.of(
            "with t as (select e.eventID as id, ",
            new Node.Items(", ", items),
            EVENTS,
            where(events),
            ")\nselect t.id as k"),
        dice.times(4, () -> expressions.any(scope, 2)),
        Node.of("\nfrom t", where(scope)),
        1,
        false);
  }
}
