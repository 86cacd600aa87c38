package io.tarn.cli;

import io.tarn.local.product.Settings;
import io.tarn.parts.PartException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/// `tarn translate`: prints the translation of a statement. The translator is the query service's
/// own, run from its jar without the service.
@Command(
    name = "translate",
    description =
        "Prints our tree of a statement, the PostgreSQL text, its parameters and columns.",
    mixinStandardHelpOptions = true)
final class TranslateCommand implements Callable<Integer> {
  @Parameters(arity = "1", description = "The statement, in quotes.")
  private String statement = "";

  @Unmatched private List<String> further = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!further.isEmpty()) {
      throw new IllegalArgumentException("One statement at a time; put it in quotes.");
    }
    var app = Settings.ofEnvironment().root().resolve("query-service/target/quarkus-app");
    if (!Files.isDirectory(app)) {
      throw new PartException("query-service is not built; ./tarn up builds it.");
    }
    var classPath =
        String.join(
            File.pathSeparator,
            List.of(app.resolve("app/*").toString(), app.resolve("lib/main/*").toString()));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            "io.tarn.sql.TranslateCommand",
            statement)
        .inheritIO()
        .start()
        .waitFor();
  }
}
