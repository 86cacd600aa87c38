package io.tarn.bench;

import io.tarn.local.product.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalInt;

/// The crash test of the writer, five times as long and with another seed each time.
final class KillBench implements Bench {
  private static final int EVENTS = 500_000;
  private static final int SEEDS = 1_000_000;

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public String purpose() {
    return "SIGKILL of the writer, PostgreSQL and Kafka while events flow; nothing lost or doubled";
  }

  @Override
  public boolean run(Settings settings, OptionalInt events, PrintStream out)
      throws IOException, InterruptedException {
    int count = events.orElse(EVENTS);
    int seed = new SecureRandom().nextInt(SEEDS);
    out.printf("%d events, seed %d%n", count, seed);
    long begun = System.nanoTime();
    boolean exact =
        new ProcessBuilder(command(count, seed))
                .directory(settings.root().toFile())
                .inheritIO()
                .start()
                .waitFor()
            == 0;
    out.printf(
        "%s after %d s%n",
        exact ? "exact" : "NOT exact", (System.nanoTime() - begun) / 1_000_000_000);
    return exact;
  }

  private static List<String> command(int count, int seed) {
    return List.of(
        System.getenv().getOrDefault("TARN_MAVEN", "mvn"),
        "-q",
        "-Dfast",
        "-pl",
        "deploy/acceptance",
        "-am",
        "verify",
        "-Dtest=None",
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "-Dit.test=KillIT",
        "-Dfailsafe.failIfNoSpecifiedTests=false",
        "-Dtarn.kill.events=" + count,
        "-Dtarn.kill.seed=" + seed);
  }
}
