package io.tarn.bench;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;

/// One measurement; a new one is added to the list.
public interface Bench {
  List<Bench> ALL =
      List.of(
          new StartBench(),
          new KillBench(),
          new IngestBench(),
          SqlBench.ofStatements(),
          SqlBench.ofIndexes(),
          new LatencyBench(),
          new ExportBench(),
          new LedgerBench());

  String name();

  String purpose();

  /// True if the figures meet the targets of the design.
  ///
  /// @param events over how many events, where that may be chosen
  boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException;
}
