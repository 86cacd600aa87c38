package io.tarn.sql.render.postgres;

import io.tarn.sql.tree.Expression;
import java.util.Map;
import java.util.Optional;

/// Where the key order of a projected map comes from.
interface MapOrders {
  /// The companion of a map; empty where the expression is no map column.
  Optional<PgExpression> of(Expression expression);

  /// The stored companions of columns.
  static MapOrders ofColumns(Frame frame) {
    return expression ->
        expression instanceof Expression.ColumnReference(var source, var path, _)
            ? frame.source(source).keyOrder(path)
            : Optional.empty();
  }

  /// One companion a group for the keys that are maps: equal maps may differ in their orders.
  static MapOrders ofKeys(Map<Integer, PgExpression> byKey) {
    return expression ->
        expression instanceof Expression.GroupKey(var index, _)
            ? Optional.ofNullable(byKey.get(index))
            : Optional.empty();
  }

  static MapOrders none() {
    return _ -> Optional.empty();
  }
}
