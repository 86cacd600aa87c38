package io.tarn.query.execution;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.query.result.ResultException;
import io.tarn.query.result.ResultStore;
import jakarta.enterprise.context.ApplicationScoped;

/// Deletes results from the bucket: whole ones after the time for which they are kept, and what is
/// left of executions that did not finish. Each in a step of its own, which can be repeated.
@ApplicationScoped
class ResultSweep {
  private static final int AT_A_TIME = 100;

  private final ExecutionHistory history;
  private final ResultStore results;

  ResultSweep(ExecutionHistory history, ResultStore results) {
    this.history = history;
    this.results = results;
  }

  @Scheduled(every = "{tarn.query.result-sweep}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    for (var key : history.withSuperfluousResults(AT_A_TIME)) {
      try {
        results.delete(key.tenant(), key.id());
      } catch (ResultException failure) {
        Log.warnf(failure, "the result of %s stays until the next sweep", key.id());
        return;
      }
      history.forgetResults(key);
    }
  }
}
