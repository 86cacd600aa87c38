package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.type.Type;
import io.trino.sql.tree.Node;

/// An analysed part of a statement together with the node it came from, for messages.
record Operand(Expression value, Node node) {
  Type type() {
    return value.type();
  }

  boolean isLiteral() {
    return value instanceof Expression.Literal;
  }
}
