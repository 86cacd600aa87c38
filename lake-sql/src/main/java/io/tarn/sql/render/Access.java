package io.tarn.sql.render;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Field;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Expression.Subquery;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The reading of a symbol, or of a field inside of it: what is not read is not written.
///
/// @param path the indexes from the struct to the field; empty for the whole value
record Access(Symbol symbol, List<Integer> path) {
  Access {
    path = List.copyOf(path);
  }

  static Access whole(Symbol symbol) {
    return new Access(symbol, List.of());
  }

  /// `userIdentity.arn` as one access; empty where the expression is anything else.
  static Optional<Access> of(Expression expression) {
    return switch (expression) {
      case Reference(var symbol, _) -> Optional.of(whole(symbol));
      case Field(var base, var index, _) -> of(base).map(access -> access.inside(List.of(index)));
      default -> Optional.empty();
    };
  }

  Access inside(List<Integer> more) {
    var longer = new ArrayList<>(path);
    longer.addAll(more);
    return new Access(symbol, longer);
  }

  /// All that the expressions read, in their order.
  static Set<Access> in(Collection<Expression> expressions) {
    var found = new LinkedHashSet<Access>();
    expressions.forEach(expression -> collect(expression, found));
    return found;
  }

  private static void collect(Expression expression, Set<Access> found) {
    var access = of(expression);
    if (access.isPresent()) {
      found.add(access.get());
      return;
    }
    expression.children().forEach(child -> collect(child, found));
    if (expression instanceof Subquery subquery) {
      collect(subquery.relation(), found);
    }
  }

  /// A sub-query also reads from outside of it.
  private static void collect(Relation relation, Set<Access> found) {
    relation.expressions().forEach(expression -> collect(expression, found));
    relation.children().forEach(child -> collect(child, found));
  }
}
