package io.tarn.sql.tree;

import java.util.List;
import java.util.stream.IntStream;

/// One key of ORDER BY. The place of NULL is always said; Trino's default is last in both
/// directions.
public record SortKey(Expression expression, boolean isDescending, boolean isNullsFirst) {
  /// The same keys over other expressions.
  static List<SortKey> withExpressions(List<SortKey> keys, List<Expression> expressions) {
    return IntStream.range(0, keys.size())
        .mapToObj(i -> keys.get(i).by(expressions.get(i)))
        .toList();
  }

  /// The same key over another expression.
  public SortKey by(Expression other) {
    return new SortKey(other, isDescending, isNullsFirst);
  }
}
