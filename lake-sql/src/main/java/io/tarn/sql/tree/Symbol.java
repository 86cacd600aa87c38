package io.tarn.sql.tree;

import io.tarn.sql.type.Type;

/// One column of one relation, unique within its statement: symbols are equal by their ids.
///
/// @param id from 0 in the order in which the statement is read
/// @param name for people; symbols of the same name may be different ones
public record Symbol(int id, String name, Type type) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Symbol symbol && symbol.id == id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return name + "#" + id;
  }
}
