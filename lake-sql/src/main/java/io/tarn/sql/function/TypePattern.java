package io.tarn.sql.function;

import io.tarn.common.schema.LakeType;

/// A parameter or result type of a signature, which may have variables: `map(K, V)`.
public sealed interface TypePattern {
  /// One type and no other.
  record Exactly(LakeType type) implements TypePattern {}

  /// Any type that meets the requirement; the same name stands for the same type.
  record Variable(String name, Requirement requirement) implements TypePattern {}

  record MapOf(TypePattern key, TypePattern value) implements TypePattern {}

  record ArrayOf(TypePattern element) implements TypePattern {}

  /// What a type must allow to stand for a variable.
  enum Requirement {
    NONE,
    /// Has an order in Trino: everything but maps, and rows and arrays of what has an order.
    ORDERABLE,
    /// A double as it is: other numbers are not turned into one.
    DOUBLE
  }
}
