package io.tarn.query.execution;

import io.quarkus.logging.Log;
import io.tarn.query.engine.EngineException;
import io.tarn.query.engine.OpenStatement;
import io.tarn.query.limit.QueryLimits;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The handle on an execution of this process: lets others end it and wait for its end.
///
/// A request to stop is repeated until the execution has ended, because the engine forgets one
/// that comes between two steps of the same statement.
final class RunningExecution {
  private static final Duration BETWEEN_CANCELS = Duration.ofMillis(200);

  /// Why it is to end early.
  enum Stop {
    CANCELLED,
    TIMED_OUT,
    SERVICE_STOPPED,
    LEASE_LOST
  }

  private final long begin = System.nanoTime();
  private final QueryLimits limits;
  private final CountDownLatch stopOrEnd = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable Stop stop;
  private final Lock sending = new ReentrantLock();
  private @Nullable OpenStatement statement;
  private volatile RunStatistics statistics = RunStatistics.NONE;
  private volatile QueryExecution execution;
  private volatile boolean isRecorded;

  /// @param execution as it was accepted
  RunningExecution(QueryExecution execution, QueryLimits limits) {
    this.execution = execution;
    this.limits = limits;
  }

  /// As it was accepted, began or ended.
  QueryExecution execution() {
    return execution;
  }

  /// It has begun.
  void began(QueryExecution running) {
    execution = running;
  }

  /// Its end is on record.
  void recorded(QueryExecution ended) {
    execution = ended;
    isRecorded = true;
  }

  /// Whether [#execution] is what is on record of its end.
  boolean isRecorded() {
    return isRecorded;
  }

  /// Whether this process has had it for so long.
  boolean isOlderThan(Duration age) {
    return System.nanoTime() - begin > age.toNanos();
  }

  /// What held for the tenant when it was submitted.
  QueryLimits limits() {
    return limits;
  }

  ExecutionKey key() {
    return execution.key();
  }

  @Nullable Stop stop() {
    return stop;
  }

  /// What the run took so far.
  RunStatistics statistics() {
    return statistics;
  }

  /// Called by the thread that runs it alone.
  void note(UnaryOperator<RunStatistics> news) {
    statistics = news.apply(statistics);
  }

  /// The first reason stands.
  synchronized void stop(Stop reason) {
    if (stop == null) {
      stop = reason;
    }
    stopOrEnd.countDown();
  }

  /// From now on a request to stop reaches whatever the statement does.
  void runs(OpenStatement running) {
    sending.lock();
    try {
      statement = running;
    } finally {
      sending.unlock();
    }
  }

  /// From now on it does not, because its connection may serve others. Waits for a request on its
  /// way.
  void leaves() {
    sending.lock();
    try {
      statement = null;
    } finally {
      sending.unlock();
    }
  }

  void ended() {
    end.countDown();
    stopOrEnd.countDown();
  }

  boolean awaitEnd(Duration patience) throws InterruptedException {
    return end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Watches over the execution until it has ended; runs in a thread of its own.
  void guard(Duration limit) {
    try {
      if (!stopOrEnd.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        stop(Stop.TIMED_OUT);
      }
      do {
        cancelStatement();
      } while (!awaitEnd(BETWEEN_CANCELS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void cancelStatement() {
    sending.lock();
    try {
      if (statement != null) {
        statement.cancel();
      }
    } catch (EngineException failure) {
      Log.debugf("cancel of %s will be repeated: %s", key().id(), failure.reason());
    } finally {
      sending.unlock();
    }
  }
}
