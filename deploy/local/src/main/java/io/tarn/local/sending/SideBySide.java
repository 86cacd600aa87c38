package io.tarn.local.sending;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs a few actions at a time; whoever hands in one more waits. After a failure nothing new is
/// begun, and the first failure is told.
public final class SideBySide implements AutoCloseable {
  private final int places;
  private final Semaphore free;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public SideBySide(int places) {
    this.places = places;
    this.free = new Semaphore(places);
  }

  /// Something that may fail.
  @FunctionalInterface
  public interface Action {
    void run() throws IOException, InterruptedException;
  }

  /// Begins the action as soon as there is a free place.
  public void run(Action action) throws IOException, InterruptedException {
    free.acquire();
    if (failure.get() != null) {
      free.release();
      throwFailure();
    }
    Thread.ofVirtual().start(() -> runHere(action));
  }

  private void runHere(Action action) {
    try {
      action.run();
    } catch (IOException | InterruptedException | RuntimeException problem) {
      failure.compareAndSet(null, problem);
    } finally {
      free.release();
    }
  }

  /// Waits for all that was begun.
  public void finish() throws IOException, InterruptedException {
    free.acquire(places);
    free.release(places);
    throwFailure();
  }

  private void throwFailure() throws IOException {
    switch (failure.get()) {
      case null -> {}
      case IOException problem -> throw problem;
      case RuntimeException problem -> throw problem;
      case Exception problem -> throw new IOException("Sending was interrupted", problem);
    }
  }

  /// Waits for what was begun and forgets how it went.
  @Override
  public void close() {
    free.acquireUninterruptibly(places);
    free.release(places);
  }
}
