package io.tarn.acceptance.kill;

import io.tarn.acceptance.product.Caller;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Sends batch after batch and repeats each until it is acknowledged, as a sender does whose
/// receiver dies. It sends as
/// many as it is allowed to, so that events flow in every phase of the test.
final class Sender implements Runnable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final EventStream events;
  private final Supplier<Caller> caller;
  private final String path;
  private final Semaphore allowed = new Semaphore(0);
  private final AtomicInteger repeated = new AtomicInteger();

  Sender(EventStream events, Supplier<Caller> caller, String path) {
    this.events = events;
    this.caller = caller;
    this.path = path;
  }

  void allow(int batches) {
    allowed.release(batches);
  }

  /// How many times a batch had to be sent again.
  int repeated() {
    return repeated.get();
  }

  @Override
  public void run() {
    try {
      while (!events.isAtItsEnd()) {
        allowed.acquire();
        sendUntilAcknowledged(events.next());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendUntilAcknowledged(String batch) throws InterruptedException {
    while (!isAcknowledged(batch)) {
      repeated.incrementAndGet();
      Thread.sleep(PAUSE);
    }
  }

  private boolean isAcknowledged(String batch) {
    try {
      return caller.get().with("Content-Type", "application/x-ndjson").post(path, batch).status()
          == 200;
    } catch (UncheckedIOException nobodyThere) {
      return false;
    }
  }
}
