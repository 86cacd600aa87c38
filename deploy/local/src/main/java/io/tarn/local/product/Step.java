package io.tarn.local.product;

import java.io.IOException;
import java.util.Set;

/// One step of a start, with the steps it depends on.
record Step(String name, Set<String> needs, Action action) {
  Step {
    needs = Set.copyOf(needs);
  }

  /// Action of a step.
  @FunctionalInterface
  interface Action {
    void run() throws IOException, InterruptedException;
  }
}
