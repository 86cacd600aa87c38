package io.tarn.local.product;

import io.tarn.parts.PrivateFiles;
import io.tarn.parts.Sessions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Starts the supervisor as a process of its own and prints its output until the product is ready.
public final class Detached {
  private static final long LOOK_MILLIS = 100;

  private Detached() {}

  /// @return 0 when everything is ready, else 1; then nothing was left running
  public static int start(Settings settings, PrintStream out)
      throws IOException, InterruptedException {
    PrivateFiles.folder(settings.logs());
    Files.deleteIfExists(Status.readyMark(settings));
    var log = settings.logs().resolve("up.log");
    Files.deleteIfExists(log);
    PrivateFiles.write(log, "");
    var supervisor =
        new ProcessBuilder(Sessions.detached(command()))
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return follow(supervisor, Status.readyMark(settings), log, out);
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx96m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        "io.tarn.cli.Tarn",
        "up",
        "--supervise");
  }

  private static int follow(Process supervisor, Path ready, Path log, PrintStream out)
      throws IOException, InterruptedException {
    try (var said = new RandomAccessFile(log.toFile(), "r")) {
      while (supervisor.isAlive() && !Files.exists(ready)) {
        pass(said, out);
        Thread.sleep(LOOK_MILLIS);
      }
      pass(said, out);
    }
    return supervisor.isAlive() ? 0 : 1;
  }

  private static void pass(RandomAccessFile said, PrintStream out) throws IOException {
    var fresh = new byte[(int) (said.length() - said.getFilePointer())];
    said.readFully(fresh);
    out.print(new String(fresh, StandardCharsets.UTF_8));
    out.flush();
  }
}
