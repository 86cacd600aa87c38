package io.tarn.sql;

import java.util.Comparator;

/// A place in the statement as its author wrote it. Lines and columns count from 1, in code points.
///
/// @param length how far the marked text goes on that line; 0 at the statement's end
public record SourceLocation(int line, int column, int length) {
  /// In the order of the text.
  public static final Comparator<SourceLocation> IN_ORDER =
      Comparator.comparingInt(SourceLocation::line).thenComparingInt(SourceLocation::column);
}
