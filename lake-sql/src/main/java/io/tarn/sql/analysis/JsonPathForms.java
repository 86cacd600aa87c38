package io.tarn.sql.analysis;

import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.JsonExists;
import io.trino.sql.tree.JsonPathInvocation;
import io.trino.sql.tree.JsonPathParameter.JsonFormat;
import io.trino.sql.tree.JsonValue;
import io.trino.sql.tree.Node;
import java.util.List;

/// JSON_VALUE and JSON_EXISTS over texts, with paths of the SQL standard.
final class JsonPathForms {
  private final ExpressionAnalyzer expressions;
  private final AnalysisContext context;

  JsonPathForms(ExpressionAnalyzer expressions) {
    this.expressions = expressions;
    this.context = expressions.context();
  }

  Expression value(JsonValue node) {
    var isText =
        node.getReturnedType().map(type -> new DataTypes(context).named(type).type()).stream()
            .allMatch(type -> type == Type.VARCHAR);
    if (!isText) {
      throw context.unsupported(node, "JSON_VALUE with RETURNING");
    }
    if (node.getErrorBehavior() != JsonValue.EmptyOrErrorBehavior.NULL
        || node.getEmptyBehavior() == JsonValue.EmptyOrErrorBehavior.ERROR) {
      throw context.unsupported(node, "JSON_VALUE with ERROR or DEFAULT ON ERROR");
    }
    var otherwise =
        node.getEmptyDefault()
            .map(expressions::operand)
            .map(o -> expressions.coercions().demand(o, Type.VARCHAR, "DEFAULT"))
            .orElseGet(() -> Literal.nullOf(Type.VARCHAR));
    var path = node.getJsonPathInvocation();
    return call("$json_value", Type.VARCHAR, node, input(path), path(path), otherwise);
  }

  Expression exists(JsonExists node) {
    if (node.getErrorBehavior() != JsonExists.ErrorBehavior.FALSE) {
      throw context.unsupported(node, "JSON_EXISTS with ON ERROR");
    }
    var path = node.getJsonPathInvocation();
    return call("$json_exists", Type.BOOLEAN, node, input(path), path(path));
  }

  private Expression input(JsonPathInvocation node) {
    if (node.getInputFormat() != JsonFormat.JSON || !node.getPathParameters().isEmpty()) {
      throw context.unsupported(node, "JSON path with FORMAT or PASSING");
    }
    var input = expressions.operand(node.getInputExpression());
    return expressions.coercions().demand(input, Type.VARCHAR, "a JSON path");
  }

  private static Expression path(JsonPathInvocation node) {
    return new Literal(node.getJsonPath().getValue(), Type.VARCHAR);
  }

  private Expression call(String name, Type type, Node node, Expression... arguments) {
    return new Expression.Call(
        FunctionTable.get().operator(name), List.of(arguments), type, context.origin(node));
  }
}
