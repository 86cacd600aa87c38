package io.tarn.sql.render.postgres;

import io.tarn.sql.tree.Expression.ColumnReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the references of an expression stand for at one level of the SELECTs that are written.
///
/// @param sources the event tables in reach, by the id of their source
/// @param keys the keys of the grouping, where there is one
/// @param aggregates its aggregates
record Frame(
    Map<Integer, StoredValues> sources, List<PgExpression> keys, List<PgExpression> aggregates) {
  Frame {
    sources = Map.copyOf(sources);
    keys = List.copyOf(keys);
    aggregates = List.copyOf(aggregates);
  }

  StoredValues source(int id) {
    return Optional.ofNullable(sources.get(id))
        .orElseThrow(() -> new IllegalStateException("source " + id + " is out of reach"));
  }

  PgExpression value(ColumnReference column) {
    return source(column.source()).value(column.path(), column.type());
  }
}
