package io.tarn.cli;

import io.tarn.local.product.Service;
import io.tarn.local.product.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tarn logs`: logs of the parts and services.
@Command(
    name = "logs",
    description = "Prints the newest lines of one log, or of all with the name before each.",
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
  private static final int NEWEST = 200;
  private static final long LOOK_MILLIS = 300;

  @Parameters(
      arity = "0..1",
      paramLabel = "service",
      description = "A service or part: query, kafka, up, ...")
  private String name = "";

  @Option(names = "--follow", description = "Go on with what is written from now on.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var files = files(Settings.ofEnvironment().logs());
    if (files.isEmpty()) {
      System.err.println(
          "There is no such log; up, kafka, postgres, keycloak, s3 and the services have one.");
      return 1;
    }
    var positions = new LinkedHashMap<Path, Long>();
    for (var file : files) {
      positions.put(file, show(file, LogLines.newest(file, NEWEST)));
    }
    while (follow) {
      Thread.sleep(LOOK_MILLIS);
      pass(positions);
    }
    return 0;
  }

  private List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var wanted = Service.named(name).map(Service::module).orElse(name);
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .filter(file -> wanted.isEmpty() || file.getFileName().toString().equals(wanted + ".log"))
          .sorted()
          .toList();
    }
  }

  private void pass(Map<Path, Long> positions) throws IOException {
    for (var entry : positions.entrySet()) {
      entry.setValue(show(entry.getKey(), LogLines.after(entry.getKey(), entry.getValue())));
    }
  }

  private long show(Path file, LogLines log) {
    var shown = file.getFileName().toString().replace(".log", "");
    for (var line : log.lines()) {
      System.out.println(name.isEmpty() ? "%-18s %s".formatted(shown, line) : line);
    }
    return log.end();
  }
}
