package io.tarn.query.execution;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tarn.query.execution.RunningExecution.Stop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// Passes on what was cancelled at another copy of this service, several times a second: more
/// often than a scheduler is good for. What has just begun is not looked after yet.
@ApplicationScoped
class CancelWatch {
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private final ExecutionHistory history;
  private final ExecutionRunner runner;
  private final Thread watch = Thread.ofVirtual().name("cancel-watch").unstarted(this::watch);

  CancelWatch(ExecutionHistory history, ExecutionRunner runner) {
    this.history = history;
    this.runner = runner;
  }

  void atStart(@Observes StartupEvent event) {
    watch.start();
  }

  void atEnd(@Observes ShutdownEvent event) {
    watch.interrupt();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(BETWEEN);
        passOnCancels();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void passOnCancels() {
    if (runner.running().stream().noneMatch(execution -> execution.isOlderThan(BETWEEN))) {
      return;
    }
    try {
      for (var key : history.cancelRequested()) {
        runner.running(key).ifPresent(execution -> execution.stop(Stop.CANCELLED));
      }
    } catch (RuntimeException failure) {
      Log.warn("requests to cancel cannot be read", failure);
    }
  }
}
