package io.tarn.catalog.grant;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Looks after the signing keys: at the start, so that there is one, and from time to time.
@ApplicationScoped
class SigningKeyRotationJob {
  private final SigningKeys keys;
  private final EndedSessions sessions;

  SigningKeyRotationJob(SigningKeys keys, EndedSessions sessions) {
    this.keys = keys;
    this.sessions = sessions;
  }

  void atStart(@Observes StartupEvent start) {
    keys.rotate();
  }

  @Scheduled(
      every = "{tarn.catalog.grants.look-every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "signing-key-rotation")
  void rotate() {
    keys.rotate();
    sessions.forgetOld();
  }
}
