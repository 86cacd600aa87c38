package io.tarn.sql.tree;

import io.tarn.sql.type.Type;

/// One column of one relation, unique within its statement.
///
/// @param id from 0 in the order in which the statement is read
/// @param name for people; symbols of the same name may be different ones
public record Symbol(int id, String name, Type type) {
  @Override
  public String toString() {
    return name + "#" + id;
  }
}
