package io.tarn.bench;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.OptionalInt;

/// How often the change ledger is right about changes whose story is known.
final class LedgerBench implements Bench {
  private static final int EVENTS = 20_000;

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String purpose() {
    return "precision and recall of unapproved changes, against stories that are known";
  }

  @Override
  public boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException {
    try (var product = OwnProduct.start(settings, out)) {
      return new LedgerRun(product, events.orElse(EVENTS), out).run();
    }
  }
}
