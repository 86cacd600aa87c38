package io.tarn.local.bench;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// One measurement; a new one is added to the list.
public interface Bench {
  List<Bench> ALL = List.of(new StartBench(), new KillBench());

  String name();

  String purpose();

  /// True when the figures keep to what the design demands.
  boolean run(Settings settings, PrintStream out) throws IOException, InterruptedException;
}
