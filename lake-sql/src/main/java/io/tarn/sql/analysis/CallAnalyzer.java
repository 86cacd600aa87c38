package io.tarn.sql.analysis;

import static java.util.stream.Collectors.joining;

import io.tarn.sql.StatementException;
import io.tarn.sql.function.Argument;
import io.tarn.sql.function.Function;
import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.function.Overloads;
import io.tarn.sql.tree.AggregateCall;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.SortKey;
import io.tarn.sql.tree.ZonedTime;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.BooleanLiteral;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.GroupingOperation;
import io.trino.sql.tree.LambdaExpression;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.OrderBy;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Calls of functions, aggregates and window functions.
final class CallAnalyzer {
  private static final FunctionTable TABLE = FunctionTable.get();

  /// Aggregates with an argument that must be a constant, and its index.
  private static final Map<String, Integer> CONSTANT_AT =
      Map.of("min", 1, "max", 1, "min_by", 2, "max_by", 2, "approx_percentile", 1);

  private static final String JSON_OVER_MAP =
      "this is a map, whose values are texts: write element_at(map, 'key'), and a JSON function"
          + " over that where the value is JSON";

  private final ExpressionAnalyzer expressions;
  private final AnalysisContext context;
  private final Coercions coercions;

  CallAnalyzer(ExpressionAnalyzer expressions) {
    this.expressions = expressions;
    this.context = expressions.context();
    this.coercions = expressions.coercions();
  }

  Expression analyze(FunctionCall node) {
    var name = nameOf(node);
    if (name.equals("now") && node.getArguments().isEmpty()) {
      return now();
    }
    var candidates = candidates(node, name);
    refuseUnsupportedParts(node);
    if (node.getWindow().isPresent()) {
      return new WindowAnalyzer(expressions).analyze(node, candidates);
    }
    return switch (candidates.getFirst().kind()) {
      case SCALAR -> scalar(node, candidates);
      case AGGREGATE -> aggregate(node, candidates);
      case WINDOW ->
          throw context.misplaced(
              node, "function " + name, "window function " + name + " needs OVER");
    };
  }

  /// A call of a scalar function of the table by its name.
  Expression scalar(String name, List<Operand> operands, Node node) {
    var arguments = operands.stream().<Argument>map(o -> new Argument.Value(o.type())).toList();
    var resolved = resolved(TABLE.named(name), arguments, node);
    var values = new ArrayList<Expression>();
    for (int i = 0; i < operands.size(); i++) {
      values.add(coercions.coerce(operands.get(i), resolved.parameterTypes().get(i)));
    }
    return new Expression.Call(
        resolved.function(), values, resolved.resultType(), context.origin(node));
  }

  private Expression now() {
    var moment =
        LocalDateTime.ofInstant(context.now(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    return new Literal(new ZonedTime(moment, "UTC"), Type.ZONED_TIMESTAMP);
  }

  private List<Function> candidates(FunctionCall node, String name) {
    if (name.equals("concat")
        && context.statement().text().continuesWith(context.location(node), "||")) {
      return TABLE.named("$concat");
    }
    var found = TABLE.named(name);
    if (found.isEmpty()) {
      throw unknown(node, name);
    }
    return found;
  }

  private StatementException unknown(FunctionCall node, String name) {
    var construct = "function " + name;
    return TABLE
        .refusal(name)
        .<StatementException>map(
            reason ->
                new StatementException.Unsupported(
                    context.location(node), construct, construct + " is not supported: " + reason))
        .orElseGet(() -> context.unsupported(node, construct))
        .withHint(Hints.didYouMean(name, TABLE.names()));
  }

  private void refuseUnsupportedParts(FunctionCall node) {
    if (node.hasNamedArguments()) {
      throw context.unsupported(node, "named argument");
    }
    if (node.getProcessingMode().isPresent()) {
      throw context.unsupported(node, "RUNNING or FINAL");
    }
    if (node.getNullTreatment().isPresent() && node.getWindow().isEmpty()) {
      throw context.unsupported(node, "IGNORE NULLS or RESPECT NULLS");
    }
  }

  private Expression scalar(FunctionCall node, List<Function> candidates) {
    if (node.isDistinct()) {
      throw context.misplaced(node, "DISTINCT", "DISTINCT stands in aggregates only");
    }
    if (node.getFilter().isPresent() || node.getOrderBy().isPresent()) {
      throw context.misplaced(
          node, "FILTER or ORDER BY", "FILTER and ORDER BY stand in aggregates only");
    }
    var arguments = Arguments.of(node.argumentValues(), expressions);
    var resolved = resolved(candidates, arguments.known(), node);
    return new Expression.Call(
        resolved.function(),
        arguments.coerced(resolved.parameterTypes()),
        resolved.resultType(),
        context.origin(node));
  }

  private Expression aggregate(FunctionCall node, List<Function> candidates) {
    var computed =
        expressions
            .clause()
            .aggregates()
            .orElseThrow(
                () ->
                    context.misplaced(
                        node,
                        "aggregate " + nameOf(node),
                        expressions.clause().name() + " cannot contain aggregates"));
    var inside =
        expressions.with(expressions.names().insideAggregate(), Clause.plain("an aggregate"));
    return computed.add(aggregateCall(node, candidates, inside));
  }

  /// The call of an aggregate or window function over expressions of `inside`.
  AggregateCall aggregateCall(
      FunctionCall node, List<Function> candidates, ExpressionAnalyzer inside) {
    var arguments = Arguments.of(argumentsOf(node), inside);
    var resolved = resolved(candidates, arguments.known(), node);
    context.statement().size().addEntry(resolved.resultType(), () -> context.location(node));
    var values = arguments.coerced(resolved.parameterTypes());
    refuseComputed(node, values);
    return new AggregateCall(
        resolved.function(),
        node.isDistinct(),
        values,
        node.getOrderBy().map(order -> sortKeys(order, inside)).orElse(List.of()),
        node.getFilter().map(filter -> inside.condition(filter, "FILTER")),
        resolved.resultType(),
        context.origin(node));
  }

  /// How many values are asked for, or which share of them, is said for the group as a whole.
  private void refuseComputed(FunctionCall node, List<Expression> values) {
    var name = nameOf(node);
    var constant = CONSTANT_AT.get(name);
    if (constant != null
        && constant < values.size()
        && !(values.get(constant) instanceof Literal)) {
      throw context.unsupported(node, name + " with a computed number");
    }
  }

  /// The parser adds to `listagg` what happens with too long a text: an error, unless otherwise
  /// said.
  private List<io.trino.sql.tree.Expression> argumentsOf(FunctionCall node) {
    var all = node.argumentValues();
    if (!nameOf(node).equals("listagg") || all.size() < 3) {
      return all;
    }
    if (!(all.get(2) instanceof BooleanLiteral isError) || !isError.getValue()) {
      throw context.unsupported(node, "ON OVERFLOW TRUNCATE");
    }
    return all.subList(0, 2);
  }

  static List<SortKey> sortKeys(OrderBy node, ExpressionAnalyzer expressions) {
    return node.getSortItems().stream()
        .map(
            item ->
                OrderByAnalyzer.key(
                    item,
                    OrderByAnalyzer.orderable(
                        expressions.operand(item.getSortKey()), expressions.context())))
        .toList();
  }

  /// `grouping(a, b)`: which of the keys do not count for a row.
  Expression grouping(GroupingOperation node) {
    var computed =
        expressions
            .clause()
            .aggregates()
            .orElseThrow(() -> context.misplaced(node, "GROUPING", "GROUPING needs GROUP BY"));
    var keys =
        node.getGroupingColumns().stream()
            .map(
                expressions.with(expressions.names().insideAggregate(), Clause.plain("GROUPING"))
                    ::analyze)
            .toList();
    return computed.add(
        new AggregateCall(
            TABLE.operator("$grouping"),
            false,
            keys,
            List.of(),
            Optional.empty(),
            Type.INTEGER,
            context.origin(node)));
  }

  private Function.Resolved resolved(
      List<Function> candidates, List<Argument> arguments, Node node) {
    return Overloads.resolve(candidates, arguments)
        .orElseThrow(() -> mismatch(candidates, arguments, node));
  }

  private StatementException mismatch(
      List<Function> candidates, List<Argument> arguments, Node node) {
    var name = candidates.getFirst().name().replace("$concat", "||");
    var given =
        arguments.stream()
            .map(
                argument ->
                    switch (argument) {
                      case Argument.Value(var type) -> type.display();
                      case Argument.Lambda _ -> "a lambda";
                    })
            .collect(joining(", "));
    var known = candidates.stream().map(Function::display).collect(joining(" or "));
    return context
        .wrongType(
            node,
            name.equals("||") ? name : "function " + name,
            name + " does not take (" + given + "); there is " + known.replace("$concat", "||"))
        .withHint(isJsonOverMap(name, arguments) ? JSON_OVER_MAP : null);
  }

  private static boolean isJsonOverMap(String name, List<Argument> arguments) {
    return name.startsWith("json_")
        && arguments.getFirst() instanceof Argument.Value(var type)
        && type instanceof Type.MapOf;
  }

  static String nameOf(FunctionCall node) {
    return String.join(".", node.getName().getParts()).toLowerCase(Locale.ROOT);
  }

  /// Arguments before and after their function is found.
  private record Arguments(
      List<io.trino.sql.tree.Expression> nodes,
      List<Argument> known,
      List<Optional<Operand>> operands,
      ExpressionAnalyzer expressions) {
    static Arguments of(List<io.trino.sql.tree.Expression> nodes, ExpressionAnalyzer expressions) {
      var known = new ArrayList<Argument>();
      var operands = new ArrayList<Optional<Operand>>();
      for (var node : nodes) {
        if (node instanceof LambdaExpression lambda) {
          known.add(new LambdaArgument(lambda, expressions));
          operands.add(Optional.empty());
        } else {
          var operand = expressions.operand(node);
          known.add(new Argument.Value(operand.type()));
          operands.add(Optional.of(operand));
        }
      }
      return new Arguments(nodes, known, operands, expressions);
    }

    List<Expression> coerced(List<Type> types) {
      var values = new ArrayList<Expression>();
      for (int i = 0; i < known.size(); i++) {
        values.add(coerced(i, types.get(i)));
      }
      return values;
    }

    private Expression coerced(int index, Type type) {
      return operands
          .get(index)
          .map(operand -> expressions.coercions().coerce(operand, type))
          .orElseGet(() -> ((LambdaArgument) known.get(index)).lambda((Type.Lambda) type));
    }
  }
}
