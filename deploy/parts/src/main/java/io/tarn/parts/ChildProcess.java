package io.tarn.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A process that writes to a log file and lives in a session of its own, so that a Ctrl-C in
/// the terminal reaches the launcher alone, which ends its children in order.
///
/// Not safe for use by several threads, but for [#forbidStart].
public final class ChildProcess {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int LAST_LINES = 5;
  private static final Pattern JSON_MESSAGE =
      Pattern.compile("\\{.*?\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  /// Variables for the launcher only; services reject unknown settings.
  private static final Set<String> LAUNCHERS_OWN =
      Set.of(
          "TARN_HOME",
          "TARN_NO_BUILD",
          "TARN_POSTGRES_SUPERUSER",
          "TARN_POSTGRES_SUPERUSER_PASSWORD_FILE",
          "TARN_STATE",
          "TARN_CACHE",
          "TARN_MAVEN",
          "TARN_PORT_OFFSET",
          "TARN_CORPUS",
          "TARN_DEMO_EVENTS",
          "TARN_REQUIRE");

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private volatile @Nullable Process process;
  private boolean isForbidden;

  public ChildProcess(
      String name, List<String> command, Map<String, String> environment, Path log) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log.toAbsolutePath();
  }

  public String name() {
    return name;
  }

  public Path log() {
    return log;
  }

  public void start() throws IOException {
    Files.createDirectories(log.getParent());
    var builder = new ProcessBuilder(Sessions.detached(command));
    builder.environment().keySet().removeAll(LAUNCHERS_OWN);
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    spawn(builder);
  }

  private synchronized void spawn(ProcessBuilder builder) throws IOException {
    if (isForbidden) {
      throw new PartException(name + " is not started: everything is ending");
    }
    process = builder.start();
    process.getOutputStream().close();
  }

  /// From now on the process is not started any more: for an end that meets a start under way.
  public synchronized void forbidStart() {
    isForbidden = true;
  }

  /// Waits until the condition holds; fails when the process ends before or the time is over.
  public void awaitReady(Duration limit, Readiness readiness)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + limit.toNanos();
    while (!readiness.isReady()) {
      if (!isAlive()) {
        throw new PartException(
            "%s ended while starting (exit code %d): %s".formatted(name, exitCode(), lastWords()));
      }
      if (System.nanoTime() > deadline) {
        throw new PartException(
            "%s did not answer within %d s; see %s".formatted(name, limit.toSeconds(), log));
      }
      Thread.sleep(POLL);
    }
  }

  /// Asks the process to end, with the given signal, and ends it by force after the limit.
  public void stop(String signal, Duration limit) {
    var running = process;
    if (running == null || !running.isAlive()) {
      return;
    }
    try {
      Sessions.signal(running.pid(), signal);
      if (!running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException _) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  public void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  public long pid() {
    return process == null ? -1 : process.pid();
  }

  public int exitCode() {
    return process == null || process.isAlive() ? -1 : process.exitValue();
  }

  /// The last lines of the log, for a message about a failed start.
  public String lastWords() {
    try (var lines = Files.lines(log)) {
      var all = lines.filter(line -> !line.isBlank()).map(ChildProcess::message).toList();
      var last = all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
      return String.join(" | ", last) + " (" + log + ")";
    } catch (IOException | UncheckedIOException _) {
      return "see " + log;
    }
  }

  /// The message of a line of a service's JSON log.
  private static String message(String line) {
    var matched = JSON_MESSAGE.matcher(line);
    return matched.lookingAt() ? matched.group(1) : line;
  }

  /// Whether a part answers.
  @FunctionalInterface
  public interface Readiness {
    boolean isReady() throws IOException, InterruptedException;
  }
}
