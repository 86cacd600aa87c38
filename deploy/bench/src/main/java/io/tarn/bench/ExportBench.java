package io.tarn.bench;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// Exports of one result in each format, beside a bare upload of the same bytes. Runs in a process
/// of its own: the bare upload is not to be measured with a launcher's quick compiler.
final class ExportBench implements Bench {
  private static final int ROWS = 1_000_000;

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String purpose() {
    return "exports to S3 in each format, beside a bare upload; same files after a SIGKILL";
  }

  @Override
  public boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ExportRun.class.getName(),
                    Integer.toString(events.orElse(ROWS))))
            .inheritIO()
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "end of the run"));
    return process.waitFor() == 0;
  }

  /// It ends its product itself.
  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
