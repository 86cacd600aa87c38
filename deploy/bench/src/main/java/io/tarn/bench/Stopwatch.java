package io.tarn.bench;

import java.io.IOException;

/// Takes the time of something.
public final class Stopwatch {
  private Stopwatch() {}

  /// The measured action.
  @FunctionalInterface
  public interface Task {
    void run() throws IOException, InterruptedException;
  }

  public static double seconds(Task task) throws IOException, InterruptedException {
    var start = System.nanoTime();
    task.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
