package io.tarn.sql.analysis;

import io.trino.sql.tree.WithQuery;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The named queries of WITH that can be used at one place.
record Tables(Map<String, Named> queries) {
  static final Tables NONE = new Tables(Map.of());

  Tables {
    queries = Map.copyOf(queries);
  }

  /// A named query, and those that it can use itself: the ones before it.
  record Named(WithQuery query, Tables tables) {}

  Optional<Named> find(String name) {
    return Optional.ofNullable(queries.get(name.toLowerCase(Locale.ROOT)));
  }

  Tables and(WithQuery query) {
    var more = new HashMap<>(queries);
    more.put(query.getName().getValue().toLowerCase(Locale.ROOT), new Named(query, this));
    return new Tables(more);
  }
}
