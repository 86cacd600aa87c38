package io.tarn.sql.function;

import io.tarn.sql.type.Type;
import java.util.List;

/// What is known of an argument before its function is found.
public sealed interface Argument {
  /// A value of this type.
  record Value(Type type) implements Argument {}

  /// A lambda: its result has a type only once its parameters have theirs.
  non-sealed interface Lambda extends Argument {
    int arity();

    Type resultFor(List<Type> parameters);
  }
}
