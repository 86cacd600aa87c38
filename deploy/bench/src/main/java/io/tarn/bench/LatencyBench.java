package io.tarn.bench;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.OptionalInt;

/// How long callers wait who ask one thing after the other, each part of the way apart.
final class LatencyBench implements Bench {
  private static final int EVENTS = 20_000;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String purpose() {
    return "waiting times of a plain call and of statements, beside the database's own time";
  }

  @Override
  public boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException {
    try (var product = OwnProduct.start(settings, out)) {
      return new LatencyRun(product, events.orElse(EVENTS), out).run();
    }
  }
}
