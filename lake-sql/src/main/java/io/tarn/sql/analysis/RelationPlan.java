package io.tarn.sql.analysis;

import io.tarn.sql.tree.Relation;

/// A relation and the names of its columns.
record RelationPlan(Relation relation, Scope scope) {}
