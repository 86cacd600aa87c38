package io.tarn.sql.tree;

/// One key of ORDER BY. The place of NULL is always said; Trino's default is last in both
/// directions.
public record SortKey(Target target, boolean descending, boolean nullsFirst) {

  public sealed interface Target {
    /// An output column by its index from 0.
    record Output(int index) implements Target {}

    /// An expression that is no output.
    record By(Expression expression) implements Target {}
  }
}
