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

  /// Takes notice of a byte outside of strings.
  void take(int next) {
    switch (next) {
      case '{', '[' -> open(next);
      case '}' -> close(true);
      case ']' -> close(false);
      default -> {}
    }
  }

  void open(int bracket) {
    if (depth < MAX_KINDS) {
      curly.set(depth, bracket == '{');
    }
    depth++;
  }

  /// Whether a bracket of this kind is open.
  boolean holds(int bracket) {
    return find(bracket == '{') >= 0;
  }

  /// Closes the innermost bracket of this kind with all that was opened in it and not closed.
  private void close(boolean isCurly) {
    int found = find(isCurly);
    if (found >= 0) {
      depth = found;
    }
  }

  private int find(boolean isCurly) {
    if (depth > MAX_KINDS) {
      return depth - 1;
    }
    return isCurly ? curly.previousSetBit(depth - 1) : curly.previousClearBit(depth - 1);
  }
}
