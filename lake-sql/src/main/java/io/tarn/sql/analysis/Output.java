package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.SingleColumn;
import java.util.Locale;

/// One output column of a SELECT.
///
/// @param name as Lake's answers print it
/// @param isNamed whether a statement around it can use the name
record Output(String name, boolean isNamed, Expression value, Node node) {
  /// Names an output.
  ///
  /// | item | name |
  /// | --- | --- |
  /// | `x AS Source` | `Source` |
  /// | `eventname`, `e.eventname` | `eventname`, as written |
  /// | `userIdentity.userName` | `username`, the field's own name |
  /// | anything else | `_col` and its index |
  static Output of(SingleColumn item, Expression value, int index) {
    if (item.getAlias().isPresent()) {
      return new Output(item.getAlias().get().getValue(), true, value, item);
    }
    return switch (item.getExpression()) {
      case Identifier identifier -> new Output(identifier.getValue(), true, value, item);
      case DereferenceExpression dereference when dereference.getField().isPresent() ->
          new Output(last(dereference.getField().get().getValue(), value), true, value, item);
      default -> new Output("_col" + index, false, value, item);
    };
  }

  private static String last(String written, Expression value) {
    return value instanceof Expression.Reference ? written : written.toLowerCase(Locale.ROOT);
  }
}
