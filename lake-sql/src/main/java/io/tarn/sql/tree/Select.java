package io.tarn.sql.tree;

import java.util.List;
import java.util.Optional;

/// One SELECT. With an aggregation, what follows it (having, projections, order) refers to its keys
/// and aggregates and to no column.
public record Select(
    Optional<Source> source,
    Optional<Expression> where,
    Optional<Aggregation> aggregation,
    Optional<Expression> having,
    List<Projection> projections,
    boolean distinct,
    List<SortKey> order,
    Optional<Long> limit)
    implements Query {
  public Select {
    projections = List.copyOf(projections);
    order = List.copyOf(order);
  }

  /// The same with another condition on the rows of its source.
  public Select where(Expression condition) {
    return new Select(
        source, Optional.of(condition), aggregation, having, projections, distinct, order, limit);
  }
}
