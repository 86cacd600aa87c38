package io.tarn.sql.analysis;

import static java.util.stream.Collectors.joining;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.StatementException;
import io.tarn.sql.function.Function;
import io.tarn.sql.function.Functions;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Aggregation.AggregateCall;
import io.tarn.sql.tree.Expression;
import io.trino.sql.tree.FunctionCall;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Calls of functions and aggregates.
final class CallAnalyzer {
  private final ParsedStatement statement;
  private final OperandAnalyzer operands;
  private final Supplier<ExpressionAnalyzer> insideAggregate;
  private final AggregateSink aggregates;
  private final Coercions coercions;

  CallAnalyzer(
      ParsedStatement statement,
      OperandAnalyzer operands,
      Supplier<ExpressionAnalyzer> insideAggregate,
      AggregateSink aggregates,
      Coercions coercions) {
    this.statement = statement;
    this.operands = operands;
    this.insideAggregate = insideAggregate;
    this.aggregates = aggregates;
    this.coercions = coercions;
  }

  Expression analyze(FunctionCall node) {
    refuseUnsupportedParts(node);
    var arguments = arguments(node);
    var types = arguments.stream().map(Operand::type).toList();
    var resolved = Functions.resolve(nameOf(node), types).orElseThrow(() -> mismatch(node, types));
    var values =
        IntStream.range(0, arguments.size())
            .mapToObj(i -> coercions.coerce(arguments.get(i), resolved.parameterTypes().get(i)))
            .toList();
    return switch (resolved.function().kind()) {
      case SCALAR -> scalar(node, resolved, values);
      case AGGREGATE -> aggregate(node, resolved, values);
    };
  }

  private List<Operand> arguments(FunctionCall node) {
    if (!isAggregate(nameOf(node))) {
      return node.argumentValues().stream().map(operands::analyze).toList();
    }
    var inside = insideAggregate.get();
    return node.argumentValues().stream()
        .map(argument -> new Operand(inside.analyze(argument), argument))
        .toList();
  }

  private Expression scalar(
      FunctionCall node, Function.Resolved resolved, List<Expression> values) {
    if (node.isDistinct()) {
      throw new StatementException.Misplaced(
          statement.location(node), "DISTINCT", "DISTINCT stands in aggregates only");
    }
    if (resolved.function().equals(Functions.ELEMENT_AT_INDEX)) {
      checkIndex(node, values.get(1));
    }
    return new Expression.Call(resolved.function(), values, resolved.resultType());
  }

  private Expression aggregate(
      FunctionCall node, Function.Resolved resolved, List<Expression> values) {
    statement.size().addEntry(resolved.resultType(), () -> statement.location(node));
    var call =
        new AggregateCall(resolved.function(), node.isDistinct(), values, resolved.resultType());
    return aggregates.add(call, statement.location(node));
  }

  /// A computed index would need the run-time error that Trino gives for 0.
  private void checkIndex(FunctionCall node, Expression index) {
    var location = statement.location(node.argumentValues().get(1));
    if (!(index instanceof Expression.Literal(Long value, _))) {
      throw new StatementException.Unsupported(location, "element_at with a computed index");
    }
    if (value == 0 || value != value.intValue()) {
      throw new StatementException.WrongType(
          location, "function element_at", "array indexes begin at 1, or at -1 from the end");
    }
  }

  private void refuseUnsupportedParts(FunctionCall node) {
    var name = nameOf(node);
    if (Functions.named(name).isEmpty()) {
      var isOperator = statement.text().continuesWith(statement.location(node), "||");
      throw unsupported(node, isOperator ? "||" : "function " + name)
          .withHint(isOperator ? null : Hints.didYouMean(name, Functions.names()));
    }
    if (node.getFilter().isPresent()) {
      throw unsupported(node, "FILTER");
    }
    if (node.getOrderBy().isPresent()) {
      throw unsupported(node, "ORDER BY in an aggregate");
    }
    if (node.getWindow().isPresent()) {
      throw unsupported(node, "OVER");
    }
    if (node.getNullTreatment().isPresent()) {
      throw unsupported(node, "IGNORE NULLS or RESPECT NULLS");
    }
    if (node.hasNamedArguments()) {
      throw unsupported(node, "named argument");
    }
  }

  private StatementException unsupported(FunctionCall node, String construct) {
    return new StatementException.Unsupported(statement.location(node), construct);
  }

  private StatementException mismatch(FunctionCall node, List<LakeType> types) {
    var name = nameOf(node);
    var given = types.stream().map(LakeType::display).collect(joining(", "));
    var known = Functions.named(name).stream().map(Function::display).collect(joining(" or "));
    return new StatementException.WrongType(
        statement.location(node),
        "function " + name,
        name + " does not take (" + given + "); there is " + known);
  }

  private static String nameOf(FunctionCall node) {
    return String.join(".", node.getName().getParts());
  }

  private static boolean isAggregate(String name) {
    return Functions.named(name).stream().anyMatch(f -> f.kind() == Function.Kind.AGGREGATE);
  }
}
