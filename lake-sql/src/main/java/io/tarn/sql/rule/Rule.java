package io.tarn.sql.rule;

import io.tarn.sql.tree.Select;

/// One rewrite of the tree that keeps its meaning, or makes it what Lake promises.
interface Rule {
  Select apply(Select select);
}
