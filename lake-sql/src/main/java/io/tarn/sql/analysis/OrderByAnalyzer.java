package io.tarn.sql.analysis;

import io.tarn.sql.StatementException;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.SortKey;
import io.tarn.sql.type.TypeRules;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.OrderBy;
import io.trino.sql.tree.SortItem;
import java.util.List;

/// The keys of ORDER BY: names of outputs or columns, expressions, positions of outputs.
final class OrderByAnalyzer {
  private final ExpressionAnalyzer expressions;
  private final AnalysisContext context;
  private final List<Output> outputs;

  OrderByAnalyzer(ExpressionAnalyzer expressions, List<Output> outputs) {
    this.expressions = expressions;
    this.context = expressions.context();
    this.outputs = outputs;
  }

  /// A key and the node that says it.
  record Item(SortKey key, SortItem node) {}

  List<Item> items(OrderBy node) {
    return node.getSortItems().stream()
        .map(
            item ->
                context
                    .statement()
                    .faults()
                    .read(
                        () -> item(item),
                        () -> new Item(key(item, ExpressionAnalyzer.FAULTY), item)))
        .toList();
  }

  private Item item(SortItem node) {
    var value =
        node.getSortKey() instanceof LongLiteral position
            ? Ordinals.output(context, position, outputs, "ORDER BY").value()
            : expressions.analyze(node.getSortKey());
    var orderable = orderable(new Operand(value, node.getSortKey()), context);
    context.statement().size().addEntry(value.type(), () -> context.location(node));
    return new Item(key(node, orderable), node);
  }

  static SortKey key(SortItem node, Expression value) {
    return new SortKey(
        value,
        node.getOrdering() == SortItem.Ordering.DESCENDING,
        node.getNullOrdering() == SortItem.NullOrdering.FIRST);
  }

  /// The value, whose type must have an order.
  static Expression orderable(Operand operand, AnalysisContext context) {
    if (!TypeRules.isOrderable(operand.type())) {
      var message = "ORDER BY a value of type " + operand.type().display() + " is not supported";
      throw new StatementException.Unsupported(
          context.location(operand.node()), "ORDER BY", message);
    }
    return operand.value();
  }
}
