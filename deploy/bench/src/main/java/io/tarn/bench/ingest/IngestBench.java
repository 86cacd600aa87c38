package io.tarn.bench.ingest;

import io.tarn.bench.Bench;
import io.tarn.bench.OwnProduct;
import io.tarn.local.product.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.OptionalInt;

/// How many events a second are taken in, deduplicated and indexed, beside what the database alone
/// does with the same rows.
public final class IngestBench implements Bench {
  private static final int EVENTS = 500_000;
  private static final double GOAL = 0.8;

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String purpose() {
    return "events a second taken in, beside a bare COPY of the same rows, and where time goes";
  }

  @Override
  public boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException {
    try (var product = OwnProduct.start(settings, out)) {
      return new IngestRun(product, events.orElse(EVENTS), out).run() >= GOAL;
    }
  }
}
