package io.tarn.local.cli;

import io.tarn.local.bench.Bench;
import io.tarn.local.product.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tarn bench`: measures, with a state of its own.
@Command(
    name = "bench",
    description = {
      "Runs a bench and prints its figures; a running product is not touched.",
      "  start   time until ready with an empty and with a kept state, and resident memory",
      "  kill    SIGKILL of the writer, PostgreSQL and Kafka while events flow"
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", description = "Which bench; without, they are listed.")
  private String name = "";

  @Override
  public Integer call() throws Exception {
    for (var bench : Bench.ALL) {
      if (bench.name().equals(name)) {
        return bench.run(Settings.ofEnvironment(), System.out) ? 0 : 1;
      }
    }
    Bench.ALL.forEach(bench -> System.out.printf("%-8s %s%n", bench.name(), bench.purpose()));
    return name.isEmpty() ? 0 : 2;
  }
}
