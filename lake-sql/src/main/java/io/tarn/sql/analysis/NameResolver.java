package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import java.util.List;
import java.util.Optional;

/// Finds what a path of names stands for at one place of a statement.
interface NameResolver {
  Optional<Expression> resolve(List<String> path);

  /// Names that can be used at this place, for hints.
  default List<String> known() {
    return List.of();
  }

  /// Whether the path could stand for several things.
  default boolean isAmbiguous(List<String> path) {
    return false;
  }

  /// The names that arguments of aggregates can use at this place.
  default NameResolver insideAggregate() {
    return this;
  }
}
