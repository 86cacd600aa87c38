package io.tarn.local.product;

import io.tarn.parts.PartException;
import io.tarn.parts.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;

/// Runs the product until it is stopped: starts it, seeds the demo, and restarts failed parts with
/// a back-off and a line of output.
public final class Supervisor {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Settings settings;
  private final Progress progress;

  public Supervisor(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /// Returns only by an exception; the end of the JVM (Ctrl-C, `down`) stops all parts.
  ///
  /// @param whenUp action after the start of all parts, before the product counts as ready
  public void run(AfterStart whenUp) throws IOException, InterruptedException {
    closeState();
    Precheck.check(settings);
    var secrets = Secrets.loadOrCreate(settings);
    var mine = PidFile.of(settings, "supervisor");
    mine.write(ProcessHandle.current().pid());
    Files.deleteIfExists(Status.readyMark(settings));
    RestartRecord.deleteAll(settings);
    var product = new Product(settings, secrets, progress);
    endWithThisJvm(product, mine);
    try {
      start(product, () -> whenUp.run(secrets));
    } catch (IOException failure) {
      if (!progress.isStopping()) {
        throw failure;
      }
    }
    watch(product);
  }

  /// The programs are links to the output of the build, which is no secret.
  private void closeState() throws IOException {
    PrivateFiles.folder(settings.state());
    try (var entries = Files.list(settings.state())) {
      for (var entry : entries.filter(path -> !path.equals(settings.programs())).toList()) {
        PrivateFiles.close(entry);
      }
    }
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
    progress.stopping();
    try {
      Files.deleteIfExists(Status.readyMark(settings));
      product.close();
      mine.delete();
    } catch (IOException failure) {
      progress.say("A file could not be removed: " + failure.getMessage());
    }
  }

  private void watch(Product product) throws InterruptedException {
    var restarts = new Restarts(settings, product::startAgain, progress, InstantSource.system());
    while (true) {
      restarts.look(product.parts());
      Thread.sleep(LOOK);
    }
  }

  /// Action after the start of all parts.
  @FunctionalInterface
  public interface AfterStart {
    void run(Secrets secrets) throws PartException, IOException, InterruptedException;
  }
}
