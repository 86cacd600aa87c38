package io.tarn.scheduler.signing;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Looks after the signing keys: at the start, so that there are some, and every hour.
@ApplicationScoped
class SigningKeyRotationJob {
  private final SigningKeys keys;

  SigningKeyRotationJob(SigningKeys keys) {
    this.keys = keys;
  }

  void atStart(@Observes StartupEvent start) {
    keys.rotate();
  }

  @Scheduled(
      every = "1h",
      delayed = "1h",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "result-signing-key-rotation")
  void rotate() {
    keys.rotate();
  }
}
