package io.tarn.query.execution;

import io.opentelemetry.context.Context;
import io.quarkus.logging.Log;
import io.tarn.query.engine.EngineException;
import io.tarn.query.engine.QueryEngine;
import io.tarn.query.execution.RunningExecution.Stop;
import io.tarn.query.limit.QueryLimits;
import io.tarn.query.result.ResultException;
import io.tarn.query.result.ResultStore;
import io.tarn.query.tenantdb.SessionLimits;
import io.tarn.query.tenantdb.TenantDatabaseException;
import io.tarn.sql.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Runs executions, each on a virtual thread of its own, watched over by another.
@ApplicationScoped
class ExecutionRunner {
  private static final Duration BEFORE_NEXT_TURN = Duration.ofMillis(500);

  private static final int RECORDING_ATTEMPTS = 10;
  private static final Duration BEFORE_NEXT_RECORDING = Duration.ofMillis(500);

  private final ConcurrentHashMap<ExecutionKey, RunningExecution> running =
      new ConcurrentHashMap<>();
  private final ExecutionHistory history;
  private final ExecutionSlots slots;
  private final QueryEngine engine;
  private final ResultStore results;
  private final Clock clock;
  private final ExecutionMetrics metrics;

  ExecutionRunner(
      ExecutionHistory history,
      ExecutionSlots slots,
      QueryEngine engine,
      ResultStore results,
      ExecutionMetrics metrics,
      Clock clock) {
    this.history = history;
    this.slots = slots;
    this.engine = engine;
    this.results = results;
    this.clock = clock;
    this.metrics = metrics;
  }

  /// Takes an execution into the history and lets it run; returns at once. Where there is room for
  /// it here, it begins in the transaction that takes it.
  ///
  /// @return as it was taken, queued or running
  QueryExecution submit(
      QueryExecution queued, String requestId, Translation statement, QueryLimits limits) {
    var tenant = queued.key().tenant();
    var hasPlace = slots.enterNow(tenant, limits.concurrentExecutions());
    var begins = false;
    try {
      var accepted = history.accept(queued, requestId, limits, hasPlace);
      begins = accepted.state() == ExecutionState.RUNNING;
      start(new RunningExecution(accepted, limits), requestId, statement);
      return accepted;
    } finally {
      if (hasPlace && !begins) {
        slots.leave(tenant);
      }
    }
  }

  private void start(RunningExecution execution, String requestId, Translation statement) {
    running.put(execution.key(), execution);
    Thread.ofVirtual()
        .name("execution-" + execution.key().id())
        .start(Context.current().wrap(() -> runToItsEnd(execution, requestId, statement)));
  }

  /// The handle on an execution of this process, as long as it has not ended.
  Optional<RunningExecution> running(ExecutionKey key) {
    return Optional.ofNullable(running.get(key));
  }

  Collection<RunningExecution> running() {
    return List.copyOf(running.values());
  }

  private void runToItsEnd(RunningExecution execution, String requestId, Translation statement) {
    var key = execution.key();
    var accepted = System.nanoTime();
    metrics.accepted();
    MDC.put("tenant", key.tenant().value());
    MDC.put("requestId", requestId);
    MDC.put("queryId", key.id().toString());
    try {
      if (execution.execution().state() == ExecutionState.RUNNING) {
        runInPlace(execution, statement, accepted);
      } else {
        awaitTurn(execution, statement, accepted);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      Log.error("the end of an execution is not on record", failure);
    } finally {
      running.remove(key);
      execution.ended();
      metrics.gone();
      MDC.clear();
    }
  }

  /// It has its place already.
  private void runInPlace(RunningExecution execution, Translation statement, long accepted) {
    try {
      runNow(execution, statement, accepted);
    } finally {
      slots.leave(execution.key().tenant());
    }
  }

  private void awaitTurn(RunningExecution execution, Translation statement, long accepted)
      throws InterruptedException {
    var atATime = execution.limits().concurrentExecutions();
    var tenant = execution.key().tenant();
    while (!slots.inTurn(tenant, atATime, () -> runInTurn(execution, statement, accepted))) {
      Thread.sleep(BEFORE_NEXT_TURN);
    }
  }

  /// False where other processes run all that the tenant may run.
  private boolean runInTurn(RunningExecution execution, Translation statement, long accepted) {
    var now = history.now();
    return switch (history.start(execution.key(), execution.limits().concurrentExecutions(), now)) {
      case RUNS -> {
        execution.began(execution.execution().started(now));
        runNow(execution, statement, accepted);
        yield true;
      }
      case ENDED -> true;
      case NO_ROOM -> false;
    };
  }

  private void runNow(RunningExecution execution, Translation statement, long accepted) {
    Thread.ofVirtual().start(() -> execution.guard(execution.limits().runTime()));
    metrics.waited(since(accepted));
    var begin = System.nanoTime();
    var outcome = run(execution, statement);
    recordEnd(execution, outcome);
    if (!(outcome instanceof ExecutionOutcome.Finished)) {
      forgetResult(execution.key());
    }
    metrics.ended(outcome.state(), since(begin));
    Log.infof("execution ended: %s", outcome.state());
  }

  /// Tries for a while, for its lease is renewed meanwhile. Where that is not enough, its lease
  /// runs out, and it is failed by whoever sees that.
  private void recordEnd(RunningExecution execution, ExecutionOutcome outcome) {
    for (int attempt = 1; ; attempt++) {
      try {
        history
            .end(execution.execution(), outcome, execution.statistics())
            .ifPresent(execution::recorded);
        return;
      } catch (RuntimeException failure) {
        if (attempt == RECORDING_ATTEMPTS || !pause()) {
          throw failure;
        }
        Log.warnf("recording an end is tried again after %s", failure.getClass().getSimpleName());
      }
    }
  }

  /// False if this thread is to end.
  private static boolean pause() {
    try {
      Thread.sleep(BEFORE_NEXT_RECORDING);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private ExecutionOutcome run(RunningExecution execution, Translation statement) {
    try {
      return runInFetches(execution, statement);
    } catch (StatementRun.FetchTooLargeException _) {
      return new ExecutionOutcome.Failed(ExecutionState.FAILED, ExecutionFailure.ROW_TOO_LARGE);
    } catch (StatementRun.ResultTooLargeException tooLarge) {
      return new ExecutionOutcome.Failed(ExecutionState.FAILED, tooLarge.failure());
    } catch (StatementRun.StoppedException stopped) {
      return outcomeOf(stopped.reason());
    } catch (EngineException failure) {
      return outcomeOf(execution.stop(), failure, statement);
    } catch (ResultException failure) {
      Log.warn("a result could not be stored", failure);
      return new ExecutionOutcome.Failed(ExecutionState.FAILED, ExecutionFailure.RESULT_NOT_STORED);
    } catch (TenantDatabaseException unavailable) {
      Log.warn("no connection under the tenant's login", unavailable);
      return new ExecutionOutcome.Failed(ExecutionState.FAILED, ExecutionFailure.INTERRUPTED);
    } catch (RuntimeException failure) {
      Log.error("an execution failed on our side", failure);
      return new ExecutionOutcome.Failed(ExecutionState.FAILED, ExecutionFailure.INTERNAL);
    }
  }

  /// Where many short rows are followed by long ones, too much may be fetched at once; then it
  /// begins anew, row by row.
  private ExecutionOutcome runInFetches(RunningExecution execution, Translation statement) {
    try {
      return run(execution, statement, StatementRun.LARGEST_FETCH);
    } catch (StatementRun.FetchTooLargeException tooLarge) {
      if (tooLarge.rows() == 1) {
        throw tooLarge;
      }
      forgetResult(execution.key());
      return run(execution, statement, 1);
    }
  }

  private ExecutionOutcome run(RunningExecution execution, Translation statement, int mostRows) {
    var key = execution.key();
    var limits = execution.limits();
    var session =
        SessionLimits.ofTime(limits.runTime().plusSeconds(5))
            .and(limits.memoryBytes(), limits.temporaryBytes());
    try (var writer = results.writer(key.tenant(), key.id())) {
      var run = new StatementRun(execution, statement, writer, clock, mostRows);
      return engine.open(key.tenant(), session, statement, run::of);
    }
  }

  private static ExecutionOutcome outcomeOf(
      @Nullable Stop stop, EngineException failure, Translation statement) {
    return stop == null ? EngineFailures.outcomeOf(failure, statement.tree()) : outcomeOf(stop);
  }

  private static ExecutionOutcome outcomeOf(Stop stop) {
    return switch (stop) {
      case CANCELLED -> new ExecutionOutcome.Cancelled();
      case TIMED_OUT ->
          new ExecutionOutcome.Failed(ExecutionState.TIMED_OUT, ExecutionFailure.TIMED_OUT);
      case SERVICE_STOPPED, LEASE_LOST ->
          new ExecutionOutcome.Failed(ExecutionState.FAILED, ExecutionFailure.INTERRUPTED);
    };
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }

  private void forgetResult(ExecutionKey key) {
    try {
      results.delete(key.tenant(), key.id());
    } catch (ResultException failure) {
      Log.warn("chunks of a failed execution stay until the next sweep", failure);
    }
  }
}
