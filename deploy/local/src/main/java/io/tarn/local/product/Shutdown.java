package io.tarn.local.product;

import io.tarn.parts.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Stops a running product: its supervisor, and any part that a dead supervisor left running.
public final class Shutdown {
  private static final Duration SUPERVISOR = Duration.ofSeconds(90);
  private static final Duration PART = Duration.ofSeconds(20);
  private static final List<String> PARTS = List.of("keycloak", "s3", "kafka", "postgres");

  private Shutdown() {}

  /// Stops everything; true if something was running.
  public static boolean stop(Settings settings) throws IOException, InterruptedException {
    var stopped = stop(PidFile.of(settings, "supervisor"), "TERM", SUPERVISOR);
    for (var name : names()) {
      stopped |= stop(PidFile.of(settings, name), name.equals("postgres") ? "INT" : "TERM", PART);
    }
    Files.deleteIfExists(Status.readyMark(settings));
    return stopped;
  }

  private static List<String> names() {
    var names = new ArrayList<String>();
    for (var service : List.of(Service.values()).reversed()) {
      names.add(service.module());
    }
    names.addAll(PARTS);
    return names;
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
}
