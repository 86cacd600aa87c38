package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import java.util.List;

/// Finds what a path of names stands for at one place of a statement.
interface Names {
  /// What the path can stand for: nothing, one thing, or several, which is ambiguous.
  List<Expression> resolve(List<String> path);

  /// Names that can be used at this place, for hints.
  List<String> known();

  /// The names that arguments of aggregates can use at this place.
  default Names insideAggregate() {
    return this;
  }
}
