package io.tarn.scheduler.data;

import io.quarkus.logging.Log;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Work that stands in the database and that this process takes on under leases: as much at once
/// as it has places for, each piece on a thread of its own. It does not matter which process looks
/// for work, or how often.
public final class LeasedWork<T> {
  private final Semaphore free;
  private final IntFunction<List<T>> take;
  private final Consumer<T> step;
  private final Function<T, String> name;

  /// @param places how many pieces are worked on at once
  /// @param take leases at most so many pieces that are due
  /// @param step works on a piece
  /// @param name of a piece, for threads and messages
  public LeasedWork(
      int places, IntFunction<List<T>> take, Consumer<T> step, Function<T, String> name) {
    this.free = new Semaphore(places);
    this.take = take;
    this.step = step;
    this.name = name;
  }

  /// Takes on what there are places for, and does not wait for it.
  public void takeOn() {
    var places = free.drainPermits();
    if (places == 0) {
      return;
    }
    int taken = 0;
    try {
      for (var piece : take.apply(places)) {
        Thread.ofVirtual().name(name.apply(piece)).start(() -> work(piece));
        taken++;
      }
    } finally {
      free.release(places - taken);
    }
  }

  private void work(T piece) {
    try {
      step.accept(piece);
    } catch (RuntimeException failure) {
      // The lease runs out, and the step is done again.
      Log.errorf(failure, "%s cannot be gone on with", name.apply(piece));
    } finally {
      free.release();
    }
  }
}
