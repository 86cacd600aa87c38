package io.tarn.sql.analysis;

import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import io.trino.sql.tree.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `format` with a constant format of Java, as texts that are joined: `%s`, `%d`, `%,d`, `%.2f`,
/// `%,.2f` and `%%`.
final class FormatAnalyzer {
  private static final Pattern PART =
      Pattern.compile("%%|%(?<group>,)?(?:\\.(?<digits>[0-9]{1,2}))?(?<kind>[sdf])|[^%]+|%");

  private final ExpressionAnalyzer expressions;
  private final AnalysisContext context;

  FormatAnalyzer(ExpressionAnalyzer expressions) {
    this.expressions = expressions;
    this.context = expressions.context();
  }

  Expression analyze(Format node) {
    var operands = expressions.operands(node.getArguments());
    if (!(operands.getFirst().value() instanceof Literal(String format, _))) {
      throw context.unsupported(node, "format with a computed format");
    }
    var parts = new ArrayList<Expression>();
    var next = 1;
    var matcher = PART.matcher(format);
    while (matcher.find()) {
      if (matcher.group("kind") == null) {
        parts.add(text(node, matcher.group()));
      } else if (next == operands.size()) {
        throw context.wrongType(node, "format", "format has fewer values than its text asks for");
      } else {
        parts.add(part(node, matcher, operands.get(next++)));
      }
    }
    return parts.stream()
        .reduce((one, other) -> call("$concat", node, one, other))
        .orElseGet(() -> new Literal("", Type.VARCHAR));
  }

  private Expression text(Format node, String part) {
    if (part.equals("%")) {
      throw context.unsupported(node, "format with other parts than %s, %d and %.2f");
    }
    return new Literal(part.replace("%%", "%"), Type.VARCHAR);
  }

  private Expression part(Format node, Matcher part, Operand value) {
    var isGrouped = part.group("group") != null;
    var digits = part.group("digits");
    var text =
        switch (part.group("kind")) {
          case "s" -> plain(node, value, isGrouped || digits != null);
          case "d" -> whole(node, value, isGrouped, digits != null);
          default -> fixed(node, value, isGrouped, digits == null ? 6 : Integer.parseInt(digits));
        };
    return call("$coalesce", node, text, new Literal("null", Type.VARCHAR));
  }

  private Expression plain(Format node, Operand value, boolean isOther) {
    var type = value.type();
    var isSame =
        type == Type.VARCHAR
            || type == Type.BOOLEAN
            || type == Type.DATE
            || TypeRules.isWhole(type)
            || type instanceof Type.Decimal
            || type == Type.UNKNOWN;
    if (isOther || !isSame) {
      throw context.unsupported(node, "format with %s for " + type.display());
    }
    return type == Type.VARCHAR
        ? value.value()
        : new Expression.Cast(value.value(), Type.VARCHAR, false, context.origin(node));
  }

  private Expression whole(Format node, Operand value, boolean isGrouped, boolean isOther) {
    if (isOther || !TypeRules.isWhole(value.type())) {
      throw context.wrongType(node, "format", "%d takes whole numbers");
    }
    var number = expressions.coercions().coerce(value, Type.BIGINT);
    return isGrouped
        ? call("$format_grouped", node, number, new Literal(0L, Type.INTEGER))
        : new Expression.Cast(number, Type.VARCHAR, false, context.origin(node));
  }

  private Expression fixed(Format node, Operand value, boolean isGrouped, int digits) {
    if (value.type() != Type.DOUBLE && !(value.type() instanceof Type.Decimal)) {
      throw context.wrongType(node, "format", "%f takes double and decimal");
    }
    var text = new Expression.Cast(value.value(), Type.VARCHAR, false, context.origin(node));
    return call(
        isGrouped ? "$format_grouped_fixed" : "$format_fixed",
        node,
        text,
        new Literal((long) digits, Type.INTEGER));
  }

  private Expression call(String name, Format node, Expression... arguments) {
    return new Expression.Call(
        FunctionTable.get().operator(name), List.of(arguments), Type.VARCHAR, context.origin(node));
  }
}
