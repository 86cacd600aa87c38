package io.tarn.bench;

import io.tarn.local.product.Addresses;
import io.tarn.local.product.Settings;
import io.tarn.parts.Cache;
import io.tarn.parts.PartException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Duration of a start with an empty and with an existing state, and the memory that all processes
/// together hold in memory.
final class StartBench implements Bench {
  private static final Duration FIRST = Duration.ofMinutes(4);
  private static final Duration WARM = Duration.ofMinutes(1);
  private static final long MEMORY_MEGABYTES = 4096;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String purpose() {
    return "time until ready, first and warm, and resident memory";
  }

  @Override
  public boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException {
    var state = Files.createTempDirectory("tarn-bench");
    var variables =
        Map.of(
            "TARN_STATE",
            state.toString(),
            "TARN_PORT_OFFSET",
            Integer.toString(Addresses.free().offset()));
    try {
      var first = up(variables);
      tarn(variables, "down");
      var warm = up(variables);
      var memory = new Processes(state.resolve("run")).megabytes();
      tarn(variables, "down");
      return print(out, first, warm, memory);
    } finally {
      tarn(variables, "down");
      Cache.delete(state);
    }
  }

  private static boolean print(
      PrintStream out, Duration first, Duration warm, Map<String, Long> memory) {
    out.printf(
        "first start, empty state   %6.1f s   (limit %d s)%n", seconds(first), FIRST.toSeconds());
    out.printf(
        "warm start                 %6.1f s   (limit %d s)%n", seconds(warm), WARM.toSeconds());
    memory.forEach((name, size) -> out.printf("  %-24s %6d MB%n", name, size));
    var total = memory.values().stream().mapToLong(Long::longValue).sum();
    out.printf("all together               %6d MB  (limit %d MB)%n", total, MEMORY_MEGABYTES);
    return first.compareTo(FIRST) < 0 && warm.compareTo(WARM) < 0 && total < MEMORY_MEGABYTES;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static Duration up(Map<String, String> variables)
      throws IOException, InterruptedException {
    var start = System.nanoTime();
    if (tarn(variables, "up", "--detach") != 0) {
      throw new PartException("The product did not start; see above.");
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static int tarn(Map<String, String> variables, String... words)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tarn.cli.Tarn"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(variables);
    return builder.start().waitFor();
  }
}
