package io.tarn.local.product;

import io.tarn.parts.PartException;
import io.tarn.parts.PrivateFiles;
import io.tarn.parts.Sessions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Runs the product until it is stopped: starts it, seeds the demo, and restarts failed parts with
/// a back-off and a line of output.
public final class Supervisor {
  private static final Duration FOLLOW = Duration.ofMillis(100);
  private static final Duration STOP = Duration.ofSeconds(90);
  private static final Duration PART = Duration.ofSeconds(20);
  private static final List<String> PARTS = List.of("keycloak", "s3", "kafka", "postgres");

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
    product.watch();
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

  private void start(Product product, Steps.Step.Action whenUp)
      throws IOException, InterruptedException {
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

  /// Starts a supervisor as a process of its own and prints its output until the product is ready.
  ///
  /// @return 0 when everything is ready, else 1; then nothing was left running
  public static int startDetached(Settings settings, PrintStream out)
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
        Thread.sleep(FOLLOW);
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

  /// Stops a running product, and any part that a dead supervisor left running; true if something
  /// was running.
  public static boolean stop(Settings settings) throws IOException, InterruptedException {
    var stopped = stop(PidFile.of(settings, "supervisor"), "TERM", STOP);
    for (var name : names()) {
      stopped |= stop(PidFile.of(settings, name), name.equals("postgres") ? "INT" : "TERM", PART);
    }
    Files.deleteIfExists(Status.readyMark(settings));
    return stopped;
  }

  private static List<String> names() {
    var services = List.of(Service.values()).reversed().stream().map(Service::module);
    return Stream.concat(services, PARTS.stream()).toList();
  }

  /// Stops one service, if it runs.
  public static boolean stop(Settings settings, Service service)
      throws IOException, InterruptedException {
    return stop(PidFile.of(settings, service.module()), "TERM", PART);
  }

  private static boolean stop(PidFile file, String signal, Duration limit)
      throws IOException, InterruptedException {
    Optional<ProcessHandle> running = file.process();
    if (running.isPresent()) {
      Sessions.signal(running.get().pid(), signal);
      await(running.get(), limit);
    }
    file.delete();
    return running.isPresent();
  }

  private static void await(ProcessHandle process, Duration limit) throws InterruptedException {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      process.destroyForcibly();
    }
  }

  /// Action after the start of all parts.
  @FunctionalInterface
  public interface AfterStart {
    void run(Secrets secrets) throws PartException, IOException, InterruptedException;
  }
}
