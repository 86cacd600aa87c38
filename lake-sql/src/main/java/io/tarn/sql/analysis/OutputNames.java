package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.SingleColumn;
import java.util.Locale;

/// The names of output columns as Lake's answers print them.
///
/// | item | name |
/// | --- | --- |
/// | `x AS Source` | `Source` |
/// | `eventname`, `e.eventname` | `eventname`, as written |
/// | `userIdentity.userName` | `username`, the field's own name |
/// | anything else | `_col` and its index |
final class OutputNames {
  private OutputNames() {}

  static String of(SingleColumn item, Expression expression, int index) {
    return item.getAlias()
        .map(Identifier::getValue)
        .orElseGet(() -> unaliased(item.getExpression(), expression, index));
  }

  private static String unaliased(
      io.trino.sql.tree.Expression node, Expression expression, int index) {
    return switch (node) {
      case Identifier identifier -> identifier.getValue();
      case DereferenceExpression dereference when dereference.getField().isPresent() ->
          last(dereference.getField().get().getValue(), expression);
      default -> "_col" + index;
    };
  }

  private static String last(String written, Expression expression) {
    var isColumn =
        expression instanceof Expression.ColumnReference(_, var path, _) && path.size() == 1;
    return isColumn ? written : written.toLowerCase(Locale.ROOT);
  }
}
