package io.tarn.bench;

import io.tarn.bench.sql.SqlRun;
import io.tarn.local.product.Settings;
import io.tarn.parts.PartException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Measures on tables of generated events in a database of their own: statements in Lake SQL beside
/// hand-written SQL, or the indexes. Runs in a process of its own: the translator is the query
/// service's, and no launcher's small memory and quick compiler are to be measured with it.
///
/// @param arguments further arguments of that process
record SqlBench(String name, String purpose, int usualEvents, List<String> arguments)
    implements Bench {
  SqlBench {
    arguments = List.copyOf(arguments);
  }

  static SqlBench ofStatements() {
    return new SqlBench(
        "sql",
        "time to the first row of translated statements, beside hand-written SQL, and of translation",
        2_000_000,
        List.of());
  }

  static SqlBench ofIndexes() {
    return new SqlBench(
        "indexes",
        "size of each index of an event table, and which statements are slow without it",
        1_000_000,
        List.of(SqlRun.INDEXES));
  }

  @Override
  public boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException {
    var translator = settings.root().resolve("query-service/target/quarkus-app/lib/main");
    if (!Files.isDirectory(translator)) {
      throw new PartException("query-service is not built; ./tarn up builds it.");
    }
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path")
                    + File.pathSeparator
                    + translator.resolve("*"),
                SqlRun.class.getName(),
                Integer.toString(events.orElse(usualEvents))));
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}
