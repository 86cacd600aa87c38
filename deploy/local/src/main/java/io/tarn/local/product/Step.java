package io.tarn.local.product;

import java.io.IOException;
import java.util.Set;

/// One thing to do while starting, once what it needs is done.
record Step(String name, Set<String> needs, Action action) {
  Step {
    needs = Set.copyOf(needs);
  }

  /// What a step does.
  @FunctionalInterface
  interface Action {
    void run() throws IOException, InterruptedException;
  }
}
