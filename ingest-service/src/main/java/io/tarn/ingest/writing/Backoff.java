package io.tarn.ingest.writing;

import io.quarkus.runtime.ShutdownEvent;
import io.tarn.ingest.config.WritingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Pauses between repetitions, which double up to a bound and end with the process.
@ApplicationScoped
class Backoff {
  private static final int MAX_DOUBLINGS = 20;

  private final WritingConfig config;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Backoff(WritingConfig config) {
    this.config = config;
  }

  void pause(int attempt) throws WriteException.Stopping {
    try {
      if (stopping.await(length(attempt).toMillis(), TimeUnit.MILLISECONDS)) {
        throw new WriteException.Stopping();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new WriteException.Stopping();
    }
  }

  Duration length(int attempt) {
    var doubled = config.retryAfter().multipliedBy(1L << Math.min(attempt, MAX_DOUBLINGS));
    return doubled.compareTo(config.retryAtMostAfter()) < 0 ? doubled : config.retryAtMostAfter();
  }

  void stop(@Observes ShutdownEvent end) {
    stopping.countDown();
  }
}
