package io.tarn.bench;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.OptionalInt;

/// Events per second that are imported, deduplicated and indexed, beside the throughput of the
/// database alone with the same rows.
final class IngestBench implements Bench {
  private static final int EVENTS = 100_000;

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String purpose() {
    return "events per second of imports, beside a bare COPY of the same rows, and where time goes";
  }

  @Override
  public boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException {
    try (var product = OwnProduct.start(settings, out)) {
      return new IngestRun(product, events.orElse(EVENTS), out).run();
    }
  }
}
