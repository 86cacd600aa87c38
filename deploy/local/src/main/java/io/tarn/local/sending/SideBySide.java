package io.tarn.local.sending;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs a limited number of actions in parallel; a further one waits for a free slot. After a
/// failure no action starts any more, and the first failure is thrown.
public final class SideBySide implements AutoCloseable {
  private final int slots;
  private final Semaphore free;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public SideBySide(int slots) {
    this.slots = slots;
    this.free = new Semaphore(slots);
  }

  /// Something that may fail.
  @FunctionalInterface
  public interface Action {
    void run() throws IOException, InterruptedException;
  }

  /// Starts the action as soon as a slot is free.
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

  /// Waits for the started actions.
  public void finish() throws IOException, InterruptedException {
    free.acquire(slots);
    free.release(slots);
    throwFailure();
  }

  private void throwFailure() throws IOException {
    switch (failure.get()) {
      case null -> {}
      case IOException problem -> throw problem;
      case RuntimeException problem -> throw problem;
      case Exception problem -> throw new IOException("FileSender was interrupted", problem);
    }
  }

  /// Waits for the started actions and ignores their failures.
  @Override
  public void close() {
    free.acquireUninterruptibly(slots);
    free.release(slots);
  }
}
