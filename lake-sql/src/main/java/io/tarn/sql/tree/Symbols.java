package io.tarn.sql.tree;

import io.tarn.sql.type.Type;

/// Gives out the symbols of one statement.
public final class Symbols {
  private int next;

  public Symbol create(String name, Type type) {
    return new Symbol(next++, name, type);
  }
}
