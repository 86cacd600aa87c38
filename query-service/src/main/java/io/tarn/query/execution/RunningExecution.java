package io.tarn.query.execution;

import io.quarkus.logging.Log;
import io.tarn.query.limit.QueryLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// The handle on an execution of this process: lets others end it and wait for its end.
///
/// A request to stop is repeated until the execution has ended, because the database forgets one
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

  private final ExecutionKey key;
  private final QueryLimits limits;
  private final CountDownLatch stopOrEnd = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable Stop stop;
  private final Lock sending = new ReentrantLock();
  private @Nullable Connection connection;
  private volatile RunStatistics statistics = RunStatistics.NONE;

  RunningExecution(ExecutionKey key, QueryLimits limits) {
    this.key = key;
    this.limits = limits;
  }

  /// What held for the tenant when it was submitted.
  QueryLimits limits() {
    return limits;
  }

  ExecutionKey key() {
    return key;
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

  /// From now on a request to stop reaches whatever the connection does.
  void runsOn(Connection running) {
    sending.lock();
    try {
      connection = running;
    } finally {
      sending.unlock();
    }
  }

  /// From now on it does not, because the connection may serve others. Waits for a request on its
  /// way.
  void leaves() {
    sending.lock();
    try {
      connection = null;
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

  /// Unlike that of a statement, this cancel reaches the database while rows are fetched as well.
  private void cancelStatement() {
    sending.lock();
    try {
      if (connection != null) {
        connection.unwrap(PGConnection.class).cancelQuery();
      }
    } catch (SQLException failure) {
      Log.debugf("cancel of %s will be repeated: %s", key.id(), failure.getSQLState());
    } finally {
      sending.unlock();
    }
  }
}
