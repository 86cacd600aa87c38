package io.tarn.sql.analysis;

import io.trino.sql.tree.Query;

/// Analyses the queries inside of expressions.
interface Subqueries {
  /// @param outside the names around the sub-query, which it can use too
  RelationPlan analyze(Query query, Names outside);
}
