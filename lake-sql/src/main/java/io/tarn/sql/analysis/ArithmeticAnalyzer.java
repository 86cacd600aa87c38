package io.tarn.sql.analysis;

import static java.util.stream.Collectors.joining;

import io.tarn.sql.function.Argument;
import io.tarn.sql.function.Function;
import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.function.Overloads;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import io.trino.sql.tree.ArithmeticBinaryExpression;
import io.trino.sql.tree.ArithmeticUnaryExpression;
import io.trino.sql.tree.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/// Calculation with signs, by Trino's types of results.
final class ArithmeticAnalyzer {
  private static final int MAX = Type.Decimal.MAX_PRECISION;
  private static final int LEAST_SCALE = 6;

  private final ExpressionAnalyzer expressions;
  private final AnalysisContext context;

  ArithmeticAnalyzer(ExpressionAnalyzer expressions) {
    this.expressions = expressions;
    this.context = expressions.context();
  }

  Expression binary(ArithmeticBinaryExpression node) {
    var name =
        switch (node.getOperator()) {
          case ADD -> "add";
          case SUBTRACT -> "subtract";
          case MULTIPLY -> "multiply";
          case DIVIDE -> "divide";
          case MODULO -> "modulus";
        };
    var operands = expressions.operands(List.of(node.getLeft(), node.getRight()));
    return isOfDecimals(operands)
        ? decimals(name, node, operands)
        : call("$" + name, node.getOperator().getValue(), node, operands);
  }

  Expression unary(ArithmeticUnaryExpression node) {
    var operand = expressions.operand(node.getValue());
    if (node.getSign() == ArithmeticUnaryExpression.Sign.PLUS) {
      return operand.value();
    }
    return switch (operand.value()) {
      case Literal(Long value, var type) when value != Long.MIN_VALUE && TypeRules.isWhole(type) ->
          negative(-value, type);
      case Literal(BigDecimal value, var type) -> new Literal(value.negate(), type);
      case Literal(Double value, var type) -> new Literal(-value, type);
      default -> call("$negate", "-", node, List.of(operand));
    };
  }

  /// `-2147483648` is an integer, its number alone is a bigint.
  private static Literal negative(long value, Type type) {
    return new Literal(value, value == Integer.MIN_VALUE ? Type.INTEGER : type);
  }

  /// A call of an operator of the table.
  private Expression call(String name, String sign, Node node, List<Operand> operands) {
    var candidates = FunctionTable.get().named(name);
    var arguments = operands.stream().<Argument>map(o -> new Argument.Value(o.type())).toList();
    var resolved =
        Overloads.resolve(candidates, arguments)
            .orElseThrow(
                () ->
                    context.wrongType(
                        node,
                        sign,
                        sign
                            + " does not go with "
                            + operands.stream()
                                .map(o -> o.type().display())
                                .collect(joining(" and "))));
    return call(resolved, node, operands);
  }

  private Expression call(Function.Resolved resolved, Node node, List<Operand> operands) {
    var values =
        IntStream.range(0, operands.size())
            .mapToObj(
                i ->
                    expressions
                        .coercions()
                        .coerce(operands.get(i), resolved.parameterTypes().get(i)))
            .toList();
    return new Expression.Call(
        resolved.function(), values, resolved.resultType(), context.origin(node));
  }

  private static boolean isOfDecimals(List<Operand> operands) {
    return operands.stream().anyMatch(o -> o.type() instanceof Type.Decimal)
        && operands.stream()
            .allMatch(o -> o.type() instanceof Type.Decimal || TypeRules.isWhole(o.type()));
  }

  private Expression decimals(String name, Node node, List<Operand> operands) {
    var left = TypeRules.decimalOf(operands.get(0).type());
    var right = TypeRules.decimalOf(operands.get(1).type());
    var values =
        List.of(
            expressions.coercions().coerce(operands.get(0), left),
            expressions.coercions().coerce(operands.get(1), right));
    return new Expression.Call(
        FunctionTable.get().operator("$decimal_" + name),
        values,
        result(name, left, right),
        context.origin(node));
  }

  /// The type of the result, by the rules of Trino's decimals: where 38 digits are too few, digits
  /// behind the point give way, of quotients and products down to six.
  private static Type.Decimal result(String name, Type.Decimal a, Type.Decimal b) {
    var scale = Math.max(a.scale(), b.scale());
    var whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
    return switch (name) {
      case "multiply" -> shortened(a.precision() + b.precision(), a.scale() + b.scale());
      case "divide" -> {
        var digits = Math.max(LEAST_SCALE, a.scale() + b.precision() + 1);
        yield shortened(a.precision() - a.scale() + b.scale() + digits, digits);
      }
      case "modulus" ->
          new Type.Decimal(
              Math.min(a.precision() - a.scale(), b.precision() - b.scale()) + scale, scale);
      default ->
          whole + scale + 1 <= MAX
              ? new Type.Decimal(whole + scale + 1, scale)
              : summed(whole, scale);
    };
  }

  private static Type.Decimal summed(int whole, int scale) {
    return new Type.Decimal(MAX, Math.min(scale, MAX - whole));
  }

  private static Type.Decimal shortened(int precision, int scale) {
    if (precision <= MAX) {
      return new Type.Decimal(precision, scale);
    }
    var left = Math.max(MAX - (precision - scale), Math.min(scale, LEAST_SCALE));
    return new Type.Decimal(MAX, left);
  }
}
