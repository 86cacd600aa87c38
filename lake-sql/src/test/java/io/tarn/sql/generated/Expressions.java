package io.tarn.sql.generated;

import io.tarn.sql.function.Argument;
import io.tarn.sql.function.Function;
import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.function.Overloads;
import io.tarn.sql.generated.Ingredients.Idiom;
import io.tarn.sql.generated.Node.Typed;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Expressions whose types fit. What may fail is made only where it is asked for.
final class Expressions {
  private static final Pattern HOLE = Pattern.compile("\\{([^}]+)}");
  private static final Pattern WANTED = Pattern.compile("\\bT\\b");
  private static final List<Type> PLAIN =
      List.of(
          Type.VARCHAR,
          Type.VARCHAR,
          Type.VARCHAR,
          Type.VARCHAR,
          Type.BIGINT,
          Type.BIGINT,
          Type.TIMESTAMP,
          Type.TIMESTAMP,
          Type.INTEGER,
          Type.DOUBLE,
          Type.BOOLEAN,
          Type.DATE);
  private static final List<Type> CASTABLE =
      Stream.concat(
              PLAIN.stream(),
              Stream.of(Type.REAL, Type.SMALLINT, Type.TINYINT, new Type.Decimal(10, 2)))
          .toList();
  private static final List<Type> ORDERABLE =
      Stream.concat(
              CASTABLE.stream(),
              Stream.of(
                  Type.ZONED_TIMESTAMP,
                  Type.INTERVAL_DAY,
                  Type.INTERVAL_YEAR,
                  Type.VARBINARY,
                  new Type.Time(3)))
          .toList();
  private static final List<Type> ALL =
      Stream.concat(
              ORDERABLE.stream(),
              Stream.of(
                  Type.BOOLEAN,
                  Type.BOOLEAN,
                  Type.BOOLEAN,
                  Type.JSON,
                  Type.JSON,
                  new Type.Array(Type.VARCHAR),
                  new Type.Array(Type.BIGINT),
                  new Type.MapOf(Type.VARCHAR, Type.VARCHAR),
                  new Type.MapOf(Type.VARCHAR, Type.BIGINT)))
          .toList();

  private final Dice dice;
  private final Ingredients ingredients;
  private final boolean isWild;
  private final List<Idiom> idioms = new ArrayList<>();
  private final Map<Type, List<Function>> giving = new HashMap<>();

  /// @param isWild whether they may fail
  Expressions(Dice dice, Ingredients ingredients, boolean isWild) {
    this.dice = dice;
    this.ingredients = ingredients;
    this.isWild = isWild;
    idioms.addAll(ingredients.idioms("idioms"));
    if (isWild) {
      idioms.addAll(ingredients.idioms("wild idioms"));
    }
  }

  /// An expression of a type that grouping and sorting by it take.
  Typed plain(Scope scope, int depth) {
    return of(dice.of(PLAIN), scope, depth);
  }

  /// An expression of any type.
  Typed any(Scope scope, int depth) {
    return dice.oneIn(2) ? of(dice.of(ALL), scope, depth) : anyCall(scope, depth);
  }

  private Typed anyCall(Scope scope, int depth) {
    var functions =
        FunctionTable.get().callable().stream()
            .filter(function -> function.kind() == Function.Kind.SCALAR && isUsed(function))
            .toList();
    return call(dice.weighted(functions, this::weight), new Binding(this::free), scope, depth);
  }

  /// An aggregate, ordered where its answer depends on the order.
  Typed aggregate(Scope scope) {
    var functions =
        FunctionTable.get().callable().stream()
            .filter(function -> function.kind() == Function.Kind.AGGREGATE && isUsed(function))
            .toList();
    var call = call(dice.weighted(functions, this::weight), new Binding(this::free), scope, 1);
    return dice.oneIn(4)
        ? new Typed(
            call.type(),
            List.of(call, Node.clause(" filter (where ", of(Type.BOOLEAN, scope, 1), ")")))
        : call;
  }

  /// A call of a function of windows, without its window.
  Typed windowCall(Scope scope) {
    var functions =
        FunctionTable.get().callable().stream()
            .filter(function -> function.kind() == Function.Kind.WINDOW)
            .toList();
    return call(dice.weighted(functions, this::weight), new Binding(this::free), scope, 1);
  }

  private boolean isUsed(Function function) {
    var isRealSum =
        ingredients.names("inexact").contains(function.name())
            && function.parameters().stream().anyMatch(p -> p.display().equals("real"));
    return !ingredients.names("left out").contains(function.name()) && !isRealSum;
  }

  /// An expression of this type.
  Typed of(Type type, Scope scope, int depth) {
    if (depth <= 0 || dice.oneIn(6)) {
      return leaf(type, scope);
    }
    var functions = giving.computeIfAbsent(type, this::functionsGiving);
    if (functions.isEmpty() || dice.oneIn(2)) {
      return idiom(type, scope, depth);
    }
    var function = dice.weighted(functions, this::weight);
    var binding = new Binding(this::free);
    binding.fix(function.result(), type);
    var call = call(function, binding, scope, depth);
    return call.type().equals(type) ? call : leaf(type, scope);
  }

  private List<Function> functionsGiving(Type type) {
    return FunctionTable.get().callable().stream()
        .filter(function -> function.kind() == Function.Kind.SCALAR && isUsed(function))
        .filter(function -> !ingredients.names("inexact").contains(function.name()))
        .filter(function -> Binding.canGive(function, type))
        .toList();
  }

  private int weight(Function function) {
    return ingredients.names("favourites").contains(function.name()) ? 4 : 1;
  }

  private Type free() {
    return dice.of(PLAIN);
  }

  /// A column or a literal.
  Typed leaf(Type type, Scope scope) {
    var columns = scope.of(type);
    var literals = ingredients.literals(type);
    if (!columns.isEmpty() && (literals.isEmpty() || !dice.oneIn(4))) {
      return Typed.of(type, dice.of(columns).text());
    }
    if (!literals.isEmpty() && !dice.oneIn(12)) {
      return Typed.of(type, dice.of(literals));
    }
    return switch (type) {
      case Type.Array(var element) -> composed(type, "array[", List.of(element, element), scope);
      default -> Typed.of(type, "cast(null as " + type.display() + ")");
    };
  }

  /// A column or a literal other than NULL.
  private Typed present(Type type, Scope scope) {
    var columns = scope.of(type);
    return Typed.of(
        type, columns.isEmpty() ? dice.of(ingredients.literals(type)) : dice.of(columns).text());
  }

  private Typed composed(Type type, String open, List<Type> parts, Scope scope) {
    var items = parts.stream().map(part -> leaf(part, scope)).toList();
    return new Typed(type, List.of(Node.of(open, new Node.Items(", ", items), "]")));
  }

  private Typed idiom(Type type, Scope scope, int depth) {
    var fitting =
        idioms.stream()
            .filter(i -> i.result().equals("T") || TypeText.parse(i.result()).equals(type))
            .toList();
    var isOnlyGeneral = fitting.stream().allMatch(i -> i.result().equals("T"));
    var idiom =
        dice.weighted(
            fitting,
            i ->
                i.result().equals("T") && !isOnlyGeneral
                    ? Math.max(1, i.weight() / 4)
                    : i.weight());
    return new Typed(type, filled(idiom.template(), type, scope, depth - 1));
  }

  private List<Node> filled(String template, Type type, Scope scope, int depth) {
    var chosen =
        Map.of("T", type, "C", dice.of(ORDERABLE), "O", dice.of(ORDERABLE), "S", dice.of(CASTABLE));
    var parts = new ArrayList<Node>();
    var holes = HOLE.matcher(template);
    int start = 0;
    while (holes.find()) {
      parts.add(text(template.substring(start, holes.start()), type));
      var isColumn = holes.group(1).startsWith("column ");
      var hole = holes.group(1).replace("column ", "");
      var wanted =
          hole.equals("array(C)")
              ? new Type.Array(chosen.get("S"))
              : chosen.containsKey(hole) ? chosen.get(hole) : TypeText.parse(hole);
      parts.add(isColumn ? present(wanted, scope) : of(wanted, scope, depth));
      start = holes.end();
    }
    parts.add(text(template.substring(start), type));
    return parts;
  }

  private static Node text(String text, Type type) {
    return new Node.Text(WANTED.matcher(text).replaceAll(type.display()));
  }

  private Typed call(Function function, Binding binding, Scope scope, int depth) {
    var count = function.parameters().size() + (function.isVariadic() ? dice.below(3) : 0);
    var arguments = new ArrayList<Node>();
    var known = new ArrayList<Argument>();
    for (int i = 0; i < count; i++) {
      var type = binding.type(function.parameter(i));
      arguments.add(argument(function, i, type, scope, depth));
      known.add(type instanceof Type.Lambda lambda ? lambda(lambda) : new Argument.Value(type));
    }
    var type =
        Overloads.resolve(FunctionTable.get().named(function.name()), known)
            .map(Function.Resolved::resultType)
            .orElseGet(() -> binding.type(function.result()));
    return new Typed(type, spelled(function, arguments, scope));
  }

  /// Some aggregates have a notation of their own.
  private List<Node> spelled(Function function, List<Node> arguments, Scope scope) {
    var list = arguments.isEmpty() ? new Node.Text("") : new Node.Items(", ", arguments);
    var order = scope.event().map(alias -> ", " + alias + ".eventID").orElse("");
    return switch (function.name()) {
      case "count" ->
          List.of(
              Node.of(
                  arguments.isEmpty() ? "count(*" : dice.oneIn(3) ? "count(distinct " : "count(",
                  list,
                  ")"));
      case "array_agg" ->
          List.of(
              Node.of("array_agg("), list, Node.of(" order by ", arguments.getFirst(), order, ")"));
      case "listagg" ->
          List.of(
              Node.of("listagg("),
              arguments.getFirst(),
              Node.of(", '|') within group (order by ", arguments.getFirst(), order, ")"));
      default -> {
        var parts = new ArrayList<Node>();
        parts.add(new Node.Text(function.name() + "("));
        for (int i = 0; i < arguments.size(); i++) {
          if (i > 0) {
            parts.add(new Node.Text(", "));
          }
          parts.add(arguments.get(i));
        }
        parts.add(new Node.Text(")"));
        yield parts;
      }
    };
  }

  private static Argument.Lambda lambda(Type.Lambda type) {
    return new Argument.Lambda() {
      @Override
      public int arity() {
        return type.parameters().size();
      }

      @Override
      public Type resultFor(List<Type> parameters) {
        return type.result();
      }
    };
  }

  private Node argument(Function function, int index, Type type, Scope scope, int depth) {
    if (type instanceof Type.Lambda(var parameters, var result)) {
      return lambda(parameters, result, scope, depth);
    }
    var hints = function.parameters().stream().map(p -> p.display().split("[( ]", 2)[0]).toList();
    var choices =
        ingredients.arguments(function.name(), index, hints).stream()
            .map(scope::named)
            .flatMap(Optional::stream)
            .toList();
    return choices.isEmpty() || (isWild && dice.oneIn(3))
        ? of(type, scope, depth - 1)
        : Typed.of(type, dice.of(choices));
  }

  private Node lambda(List<Type> parameters, Type result, Scope scope, int depth) {
    var inner = scope;
    var names = new ArrayList<String>();
    for (var parameter : parameters) {
      var name = "p" + (char) ('a' + dice.below(20)) + names.size();
      names.add(name);
      inner = inner.with(name, parameter);
    }
    var head = names.size() == 1 ? names.getFirst() : "(" + String.join(", ", names) + ")";
    return Node.of(head + " -> ", of(result, inner, Math.max(1, depth - 1)));
  }
}
