package io.tarn.local.product;

import io.tarn.local.parts.Part;
import io.tarn.local.parts.PartException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// Runs the product until it is told to end: starts it, fills the demo, watches. A part that
/// dies is named and left as it is; nothing is started again in silence.
public final class Supervisor {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Settings settings;
  private final Progress progress;
  private final Set<String> dead = new HashSet<>();

  public Supervisor(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /// Returns only by an exception; the end of the JVM (Ctrl-C, `down`) stops all parts.
  ///
  /// @param whenUp what is done once everything runs, before it counts as ready
  public void run(AfterStart whenUp) throws IOException, InterruptedException {
    Precheck.check(settings);
    var secrets = Secrets.loadOrCreate(settings);
    var mine = PidFile.of(settings, "supervisor");
    mine.write(ProcessHandle.current().pid());
    Files.deleteIfExists(Status.readyMark(settings));
    var product = new Product(settings, secrets, progress);
    endWithThisJvm(product, mine);
    try {
      start(product, () -> whenUp.run(secrets));
    } catch (IOException failure) {
      if (!progress.isEnding()) {
        throw failure;
      }
    }
    watch(product);
  }

  private void start(Product product, Step.Action whenUp) throws IOException, InterruptedException {
    var start = System.nanoTime();
    product.start();
    whenUp.run();
    var took = Duration.ofNanos(System.nanoTime() - start);
    Files.writeString(Status.readyMark(settings), Long.toString(took.toMillis()));
    progress.say("Ready after %.1f s.".formatted(took.toMillis() / 1000.0));
  }

  private void endWithThisJvm(Product product, PidFile mine) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(product, mine), "end"));
  }

  private void end(Product product, PidFile mine) {
    progress.ending();
    try {
      Files.deleteIfExists(Status.readyMark(settings));
      product.close();
      mine.delete();
    } catch (IOException failure) {
      progress.say("A file could not be removed: " + failure.getMessage());
    }
  }

  private void watch(Product product) throws InterruptedException {
    while (true) {
      product.parts().stream().filter(part -> !part.isAlive()).forEach(this::nameDead);
      Thread.sleep(LOOK);
    }
  }

  private void nameDead(Part part) {
    if (dead.add(part.name())) {
      progress.failed(
          part.name(),
          "has ended by itself. Its log is %s; ./tarn down and ./tarn up start all again."
              .formatted(part.log()));
    }
  }

  /// What follows the start.
  @FunctionalInterface
  public interface AfterStart {
    void run(Secrets secrets) throws PartException, IOException, InterruptedException;
  }
}
