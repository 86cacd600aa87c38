package io.tarn.sql.tree;

import io.tarn.sql.SourceLocation;

/// Where an expression stands in the text. All origins are equal, so that expressions are equal by
/// what they mean, wherever they stand.
public record Origin(SourceLocation location) {
  public static final Origin NONE = new Origin(new SourceLocation(1, 1, 0));

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
