package io.tarn.sql.render.postgres;

import java.util.List;
import java.util.Optional;

/// One SELECT of PostgreSQL.
record PgSelect(
    boolean distinct,
    List<Item> items,
    Optional<Source> source,
    Optional<PgExpression> where,
    List<PgExpression> groupBy,
    Optional<PgExpression> having,
    List<Sort> order,
    Optional<PgExpression> limit) {
  PgSelect {
    items = List.copyOf(items);
    groupBy = List.copyOf(groupBy);
    order = List.copyOf(order);
  }

  /// Rows of a source that meet a condition, as they are.
  static PgSelect of(List<Item> items, Optional<Source> source, Optional<PgExpression> where) {
    return new PgSelect(
        false, items, source, where, List.of(), Optional.empty(), List.of(), Optional.empty());
  }

  PgSelect grouped(List<PgExpression> keys, Optional<PgExpression> condition) {
    return new PgSelect(distinct, items, source, where, keys, condition, order, limit);
  }

  PgSelect withoutRepeats() {
    return new PgSelect(true, items, source, where, groupBy, having, order, limit);
  }

  PgSelect sorted(List<Sort> keys, Optional<PgExpression> rows) {
    return new PgSelect(distinct, items, source, where, groupBy, having, keys, rows);
  }

  record Item(PgExpression expression, String alias) {}

  sealed interface Source {}

  record Table(String schema, String name, String alias) implements Source {}

  record Derived(PgSelect select, String alias) implements Source {}

  /// @param key the expression, or the position of an item, from 1, as a constant
  /// @param nulls where NULL goes; left out where there is none
  record Sort(PgExpression key, boolean descending, Optional<Nulls> nulls) {}

  enum Nulls {
    FIRST,
    LAST
  }
}
