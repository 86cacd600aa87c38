package io.tarn.demo.activity;

/// Deals a whole number out in shares, so that the sum is exact however they are rounded.
final class Apportioning {
  private final long total;
  private final long weight;
  private long dealtWeight;
  private long dealt;

  Apportioning(long total, long weight) {
    this.total = total;
    this.weight = weight;
  }

  /// The next share.
  long next(long share) {
    dealtWeight += share;
    var reached = Math.round((double) total * dealtWeight / weight);
    var next = reached - dealt;
    dealt = reached;
    return next;
  }
}
