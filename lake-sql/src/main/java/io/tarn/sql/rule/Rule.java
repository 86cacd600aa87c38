package io.tarn.sql.rule;

import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Symbols;

/// One rewrite of the tree that keeps its meaning, or makes it what Lake promises.
interface Rule {
  /// @param symbols for columns that the rule adds
  Relation apply(Relation relation, Symbols symbols);
}
