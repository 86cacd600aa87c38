package io.tarn.ingest.intake;

import org.jspecify.annotations.Nullable;

/// What Kafka has yet to acknowledge of one upload. Thread-safe.
final class Acknowledgements {
  private long outstanding;
  private @Nullable Exception failure;

  synchronized void begin() {
    outstanding++;
  }

  synchronized void end(@Nullable Exception cause) {
    if (failure == null) {
      failure = cause;
    }
    outstanding--;
    notifyAll();
  }

  /// Ends an upload early that cannot succeed any more.
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
}
