package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.ColumnReference;
import io.tarn.sql.tree.Expressions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Brings what follows a grouping (projections, HAVING, ORDER BY) onto its keys: each expression is
/// a key, an aggregate, a constant, or made of these.
final class GroupingRewriter {
  private final ParsedStatement statement;
  private final List<Expression> keys;
  private final Origins origins;

  GroupingRewriter(ParsedStatement statement, List<Expression> keys, Origins origins) {
    this.statement = statement;
    this.keys = keys;
    this.origins = origins;
  }

  Expression rewrite(Expression expression) {
    var key = keys.indexOf(expression);
    if (key >= 0) {
      return new Expression.GroupKey(key, expression.type());
    }
    if (expression instanceof ColumnReference column) {
      return fieldOfKey(column).orElseThrow(() -> notGrouped(column));
    }
    return Expressions.mapParts(expression, this::rewrite);
  }

  /// `userIdentity.arn` where `userIdentity` is a key.
  private Optional<Expression> fieldOfKey(ColumnReference column) {
    return IntStream.range(0, keys.size())
        .filter(key -> isInside(column, keys.get(key)))
        .mapToObj(key -> field(key, column))
        .findFirst();
  }

  private static boolean isInside(ColumnReference column, Expression key) {
    return key instanceof ColumnReference(var source, var path, _)
        && source == column.source()
        && path.size() < column.path().size()
        && column.path().subList(0, path.size()).equals(path);
  }

  private Expression field(int key, ColumnReference column) {
    var grouped = (ColumnReference) keys.get(key);
    Expression value = new Expression.GroupKey(key, grouped.type());
    for (var name : column.path().subList(grouped.path().size(), column.path().size())) {
      value = Scope.field(value, name).orElseThrow();
    }
    return value;
  }

  private StatementException notGrouped(ColumnReference column) {
    var location =
        origins
            .of(column)
            .map(statement::location)
            .orElseGet(() -> statement.text().location(1, 1));
    return new StatementException.Misplaced(
        location,
        "column",
        "column '"
            + String.join(".", column.path())
            + "' must be in an aggregate or appear in GROUP BY");
  }
}
