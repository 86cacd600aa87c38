package io.tarn.sql.analysis;

import io.trino.sql.tree.Expression;

/// Analyses a part of an expression, with the names and aggregates of the place where it stands.
interface OperandAnalyzer {
  Operand analyze(Expression node);
}
