package io.tarn.query.execution;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.query.execution.RunningExecution.Stop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// What has to be done for executions from time to time, at the start and at the end.
@ApplicationScoped
class ExecutionHousekeeping {
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final ExecutionHistory history;
  private final ExecutionRunner runner;
  private final Runners runners;

  ExecutionHousekeeping(ExecutionHistory history, ExecutionRunner runner, Runners runners) {
    this.history = history;
    this.runner = runner;
    this.runners = runners;
  }

  void atStart(@Observes StartupEvent event) {
    runners.beSeen();
    failOrphans();
  }

  /// Stops what runs, so that its row tells why, and gives it a moment to say so.
  void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
    var running = runner.running();
    running.forEach(execution -> execution.stop(Stop.SERVICE_STOPPED));
    var until = System.nanoTime() + FAREWELL.toNanos();
    for (var execution : running) {
      if (!execution.awaitEnd(Duration.ofNanos(until - System.nanoTime()))) {
        Log.warnf("execution %s is left running", execution.key().id());
      }
    }
    runners.leave();
  }

  @Scheduled(every = "3s", concurrentExecution = ConcurrentExecution.SKIP)
  void beSeen() {
    runners.beSeen();
    failOrphans();
  }

  /// Passes on what was cancelled at another copy of this service.
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void passOnCancels() {
    if (!runner.running().isEmpty()) {
      for (var key : history.cancelRequested()) {
        runner.running(key).ifPresent(execution -> execution.stop(Stop.CANCELLED));
      }
    }
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  void deleteOld() {
    var deleted = history.deleteOld();
    Log.infof("%d executions were older than they are kept", deleted);
  }

  private void failOrphans() {
    for (var key : history.orphans()) {
      Log.warnf("execution %s ended with the process that ran it", key.id());
      history.end(
          key, new ExecutionOutcome.Failed(ExecutionState.FAILED, ExecutionFailure.INTERRUPTED));
    }
  }
}
