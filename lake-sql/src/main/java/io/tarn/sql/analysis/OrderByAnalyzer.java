package io.tarn.sql.analysis;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.StatementException;
import io.tarn.sql.function.TypeRules;
import io.tarn.sql.parse.ParsedStatement;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Projection;
import io.tarn.sql.tree.SortKey;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.OrderBy;
import io.trino.sql.tree.SortItem;
import java.util.List;

/// The expressions of ORDER BY, before and after grouping is brought onto them.
final class OrderByAnalyzer {
  private final ParsedStatement statement;
  private final ExpressionAnalyzer expressions;
  private final List<Projection> outputs;

  OrderByAnalyzer(
      ParsedStatement statement, ExpressionAnalyzer expressions, List<Projection> outputs) {
    this.statement = statement;
    this.expressions = expressions;
    this.outputs = outputs;
  }

  /// A sort item with what it sorts by, still in terms of columns.
  record Item(SortItem node, Expression expression) {
    SortKey by(Expression target, List<Projection> outputs) {
      var index = outputs.stream().map(Projection::expression).toList().indexOf(target);
      return new SortKey(
          index < 0 ? new SortKey.Target.By(target) : new SortKey.Target.Output(index),
          node.getOrdering() == SortItem.Ordering.DESCENDING,
          node.getNullOrdering() == SortItem.NullOrdering.FIRST);
    }
  }

  List<Item> items(OrderBy node) {
    return node.getSortItems().stream()
        .map(
            item ->
                statement
                    .faults()
                    .read(() -> item(item), () -> new Item(item, ExpressionAnalyzer.FAULTY)))
        .toList();
  }

  private Item item(SortItem node) {
    var expression =
        node.getSortKey() instanceof LongLiteral position
            ? Ordinals.output(statement, position, outputs, "ORDER BY").expression()
            : expressions.analyze(node.getSortKey());
    refuseUnorderable(node, expression.type());
    statement.size().addEntry(expression.type(), () -> statement.location(node));
    return new Item(node, expression);
  }

  private void refuseUnorderable(SortItem node, LakeType type) {
    if (!TypeRules.isOrderable(type)) {
      throw new StatementException.Unsupported(
          statement.location(node.getSortKey()),
          "ORDER BY",
          "ORDER BY a value of type " + type.display() + " is not supported");
    }
  }
}
