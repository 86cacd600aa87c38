package io.tarn.bench;

import io.tarn.bench.sql.SqlRun;
import io.tarn.local.product.Settings;
import io.tarn.parts.PartException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// Statements in Lake SQL beside hand-written SQL on the same tables. Runs in a process of its own:
/// the translator is the query service's, and no launcher's small memory and quick compiler are to
/// be measured with it.
final class SqlBench implements Bench {
  private static final int EVENTS = 2_000_000;

  @Override
  public String name() {
    return "sql";
  }

  @Override
  public String purpose() {
    return "time to the first row of translated statements, beside hand-written SQL, and of translation";
  }

  @Override
  public boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException {
    var translator = settings.root().resolve("query-service/target/quarkus-app/lib/main");
    if (!Files.isDirectory(translator)) {
      throw new PartException("query-service is not built; ./tarn up builds it.");
    }
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator + translator.resolve("*"),
            SqlRun.class.getName(),
            Integer.toString(events.orElse(EVENTS)));
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}
