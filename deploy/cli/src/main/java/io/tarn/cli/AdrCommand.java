package io.tarn.cli;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tarn adr`: begins the next decision file.
@Command(
    name = "adr",
    description = "Makes the next free decision file in docs/adr and prints its path.",
    mixinStandardHelpOptions = true)
final class AdrCommand implements Callable<Integer> {
  @Parameters(description = "The decision's short title, in quotes.")
  private String title = "";

  @Override
  public Integer call() throws IOException {
    var folder = Files.createDirectories(Settings.ofEnvironment().root().resolve("docs/adr"));
    var number = next(folder);
    var file = folder.resolve("%04d-%s.md".formatted(number, fileName(title)));
    Files.writeString(file, text(number, title, LocalDate.now(ZoneOffset.UTC)));
    System.out.println(file);
    return 0;
  }

  static int next(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("\\d{4}-.*\\.md"))
              .mapToInt(name -> Integer.parseInt(name.substring(0, 4)))
              .max()
              .orElse(0)
          + 1;
    }
  }

  static String fileName(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static String text(int number, String title, LocalDate date) {
    return """
        # %d. %s

        Status: proposed · Date: %s

        ## Context

        ## Decision

        ## Consequences

        ## Alternatives
        """
        .formatted(number, title, date);
  }
}
