package io.tarn.query.execution;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.query.execution.RunningExecution.Stop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/// What has to be done for executions from time to time, and at the end.
@ApplicationScoped
class ExecutionHousekeeping {
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final ExecutionHistory history;
  private final ExecutionRunner runner;
  private final ExecutionLeases leases;

  ExecutionHousekeeping(ExecutionHistory history, ExecutionRunner runner, ExecutionLeases leases) {
    this.history = history;
    this.runner = runner;
    this.leases = leases;
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
    leases.release();
  }

  /// Four times within the life of a lease, so that a slow database does not end one.
  @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  void keepLeases() {
    var running = runner.running();
    var held = leases.renew(running.stream().map(RunningExecution::key).toList());
    running.stream()
        .filter(execution -> !held.contains(execution.key()))
        .forEach(execution -> execution.stop(Stop.LEASE_LOST));
    leases.expired().forEach(this::failExpired);
  }

  /// Each by itself, so that one that cannot be ended keeps no other from its end.
  private void failExpired(ExecutionKey key) {
    try {
      if (history.failExpired(key)) {
        Log.warnf("execution %s ended with the process that ran it", key.id());
      }
    } catch (RuntimeException failure) {
      Log.errorf(failure, "execution %s, whose process is gone, cannot be ended", key.id());
    }
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  void deleteOld() {
    var deleted = history.deleteOld();
    Log.infof("%d executions were older than they are kept", deleted);
  }
}
