package io.tarn.bench;

import java.util.ArrayList;
import java.util.List;

/// Measured values of one thing, round by round. Safe for several threads.
public final class Samples {
  private final List<Double> values = new ArrayList<>();

  public synchronized void add(double value) {
    values.add(value);
  }

  /// The middle value; of an even number, the mean of the two in the middle.
  public double median() {
    var sorted = sorted();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /// The least of the values that at least this share of all does not exceed.
  ///
  /// @param share above 0, at most 1
  public double quantile(double share) {
    var sorted = sorted();
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private synchronized List<Double> sorted() {
    if (values.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    return values.stream().sorted().toList();
  }
}
