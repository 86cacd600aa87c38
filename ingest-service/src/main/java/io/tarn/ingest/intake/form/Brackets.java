package io.tarn.ingest.intake.form;

import java.util.BitSet;

/// The brackets that are open. Not thread-safe.
///
/// Memory is bounded by the kinds of so many brackets; beyond, they are only counted.
final class Brackets {
  private static final int MAX_KINDS = 1 << 20;

  private final BitSet curly = new BitSet();
  private int depth;

  boolean isEmpty() {
    return depth == 0;
  }

  int depth() {
    return depth;
  }

  void clear() {
    depth = 0;
  }

  void open(int bracket) {
    if (depth < MAX_KINDS) {
      curly.set(depth, bracket == '{');
    }
    depth++;
  }

  /// Whether the innermost open bracket is of this kind.
  boolean isInnermost(int bracket) {
    return depth > 0 && depth <= MAX_KINDS && curly.get(depth - 1) == (bracket == '{');
  }

  /// Whether a bracket of this kind is open.
  boolean holds(int bracket) {
    return find(bracket) >= 0;
  }

  /// Closes the innermost bracket of this kind with all that was opened in it and not closed.
  void close(int bracket) {
    int found = find(bracket);
    if (found >= 0) {
      depth = found;
    }
  }

  private int find(int bracket) {
    if (depth > MAX_KINDS) {
      return depth - 1;
    }
    return bracket == '{' ? curly.previousSetBit(depth - 1) : curly.previousClearBit(depth - 1);
  }
}
