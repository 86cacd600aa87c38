package io.tarn.ingest.intake;

import org.jspecify.annotations.Nullable;

/// Counts of Kafka's acknowledgements for one file. Thread-safe.
final class Acknowledgements {
  private long outstanding;
  private long acknowledged;
  private @Nullable Exception failure;

  synchronized void begin() {
    outstanding++;
  }

  synchronized void end(@Nullable Exception cause) {
    if (cause == null) {
      acknowledged++;
    } else if (failure == null) {
      failure = cause;
    }
    outstanding--;
    notifyAll();
  }

  synchronized long acknowledged() {
    return acknowledged;
  }

  /// Ends a file early that cannot succeed any more.
  synchronized void check() {
    if (failure != null) {
      throw new IntakeException.NotAcknowledged(failure);
    }
  }

  /// Waits for all.
  synchronized void await() throws InterruptedException {
    while (outstanding > 0) {
      wait();
    }
    check();
  }

  /// Waits until nothing is outstanding; tells whether what was acknowledged is all that can be in
  /// Kafka.
  synchronized boolean settle() {
    try {
      while (outstanding > 0) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
    return failure == null;
  }
}
