package io.tarn.sql.analysis;

import java.util.Optional;

/// A clause of a SELECT, and where its aggregates and window functions go.
///
/// @param name for messages
/// @param aggregates absent where none may stand
/// @param windows absent where none may stand
record Clause(String name, Optional<Computed> aggregates, Optional<Computed> windows) {
  /// A clause of plain expressions.
  static Clause plain(String name) {
    return new Clause(name, Optional.empty(), Optional.empty());
  }

  static Clause withAggregates(String name, Computed computed) {
    return new Clause(name, Optional.of(computed), Optional.empty());
  }

  static Clause withAll(String name, Computed computed) {
    return new Clause(name, Optional.of(computed), Optional.of(computed));
  }

  /// What may stand inside of a window function: aggregates, and no other window.
  Clause insideWindow() {
    return new Clause("a window function", aggregates, Optional.empty());
  }
}
