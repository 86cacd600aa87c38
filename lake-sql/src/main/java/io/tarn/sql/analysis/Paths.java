package io.tarn.sql.analysis;

import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names joined by dots.
final class Paths {
  private Paths() {}

  /// The identifiers of `a.b.c`; empty where something else than a name is in it.
  static Optional<List<Identifier>> of(Expression node) {
    return switch (node) {
      case Identifier identifier -> Optional.of(List.of(identifier));
      case DereferenceExpression dereference ->
          dereference
              .getField()
              .flatMap(field -> of(dereference.getBase()).map(base -> append(base, field)));
      default -> Optional.empty();
    };
  }

  static <T> List<T> append(List<T> path, T last) {
    var longer = new ArrayList<>(path);
    longer.add(last);
    return List.copyOf(longer);
  }
}
