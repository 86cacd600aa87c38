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

/// Ends a running product: through its supervisor, and where that has died, part by part.
public final class Ending {
  private static final Duration SUPERVISOR = Duration.ofSeconds(90);
  private static final Duration PART = Duration.ofSeconds(20);
  private static final List<String> PARTS = List.of("keycloak", "s3", "kafka", "postgres");

  private Ending() {}

  /// True when something ran.
  public static boolean end(Settings settings) throws IOException, InterruptedException {
    var ended = end(PidFile.of(settings, "supervisor"), "TERM", SUPERVISOR);
    for (var name : names()) {
      ended |= end(PidFile.of(settings, name), name.equals("postgres") ? "INT" : "TERM", PART);
    }
    Files.deleteIfExists(Status.readyMark(settings));
    return ended;
  }

  private static List<String> names() {
    var names = new ArrayList<String>();
    for (var service : List.of(Service.values()).reversed()) {
      names.add(service.module());
    }
    names.addAll(PARTS);
    return names;
  }

  /// Ends one process of the installation, if it runs.
  public static boolean end(Settings settings, Service service)
      throws IOException, InterruptedException {
    return end(PidFile.of(settings, service.module()), "TERM", PART);
  }

  private static boolean end(PidFile file, String signal, Duration limit)
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
