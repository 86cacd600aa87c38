package io.tarn.sql.analysis;

import io.tarn.sql.function.Argument;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.LambdaExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A lambda among the arguments of a call. Its body is analysed once for each list of parameter
/// types that is tried.
final class LambdaArgument implements Argument.Lambda {
  private final LambdaExpression node;
  private final ExpressionAnalyzer expressions;
  private final Map<List<Type>, Expression.Lambda> analysed = new HashMap<>();

  LambdaArgument(LambdaExpression node, ExpressionAnalyzer expressions) {
    this.node = node;
    this.expressions = expressions;
  }

  @Override
  public int arity() {
    return node.getArguments().size();
  }

  @Override
  public Type resultFor(List<Type> parameters) {
    return lambda(parameters).body().type();
  }

  /// The lambda with a result of that type.
  Expression.Lambda lambda(Type.Lambda type) {
    var lambda = lambda(type.parameters());
    var body =
        expressions.coercions().coerce(new Operand(lambda.body(), node.getBody()), type.result());
    return new Expression.Lambda(lambda.parameters(), body);
  }

  private Expression.Lambda lambda(List<Type> types) {
    var known = analysed.get(types);
    if (known != null) {
      return known;
    }
    var columns = new ArrayList<Scope.Column>();
    for (int i = 0; i < types.size(); i++) {
      var name = expressions.context().nameOf(node.getArguments().get(i).getName());
      var symbol = expressions.context().symbols().create(name, types.get(i));
      columns.add(new Scope.Column(null, name, symbol, false));
    }
    var scope = new Scope(columns, Optional.of(expressions.names()));
    var body = expressions.with(scope, Clause.plain("a lambda")).analyze(node.getBody());
    var lambda = new Expression.Lambda(columns.stream().map(Scope.Column::symbol).toList(), body);
    analysed.put(types, lambda);
    return lambda;
  }
}
