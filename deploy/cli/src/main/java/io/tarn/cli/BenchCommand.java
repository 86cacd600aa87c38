package io.tarn.cli;

import io.tarn.bench.Bench;
import io.tarn.local.product.Settings;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tarn bench`: benchmarks with a state of their own.
@Command(
    name = "bench",
    description = {
      "Runs a bench and prints its figures; a running product is not touched.",
      "  start   time until ready with an empty and with an existing state, and resident memory",
      "  kill    SIGKILL of the writer, PostgreSQL and Kafka while events flow",
      "  ingest  events per second of imports, beside a bare COPY of the same rows, and where time goes",
      "  sql     time to the first row of translated statements, beside hand-written SQL",
      "  indexes size of each index of an event table, and which statements are slow without it",
      "  latency waiting times of a plain call and of statements, each part apart",
      "  export  results to S3 in each format, beside a bare upload, and one with a kill on the way",
      "  function-cases  recorded answers of functions, asked of a real Trino again; see its --help",
      "  sql-equality  generated statements, asked of Tarn and of a real Trino; see its --help"
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", description = "Which bench; without, they are listed.")
  private String name = "";

  @Option(
      names = "--events",
      description = "How many events to measure with, where a bench has a choice.")
  private @Nullable Integer events;

  @Override
  public Integer call() throws Exception {
    for (var bench : Bench.ALL) {
      if (bench.name().equals(name)) {
        return bench.run(Settings.ofEnvironment(), events(), System.out) ? 0 : 1;
      }
    }
    Bench.ALL.forEach(bench -> System.out.printf("%-8s %s%n", bench.name(), bench.purpose()));
    return name.isEmpty() ? 0 : 2;
  }

  private OptionalInt events() {
    var given = events;
    if (given == null) {
      return OptionalInt.empty();
    }
    if (given < 1) {
      throw new IllegalArgumentException("--events is a number above 0, not " + given);
    }
    return OptionalInt.of(given);
  }
}
