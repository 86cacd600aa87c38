package io.tarn.local.product;

import io.tarn.parts.PartException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs steps in their order, each as soon as its dependencies are done, and never more than two
/// at once: on two cores, more would only make all of them late. The first failure ends it.
final class Steps {
  private static final int AT_ONCE = 2;

  private final Progress progress;
  private final List<Step> waiting = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private int running;
  private @Nullable Exception failure;

  Steps(Progress progress, List<Step> steps) {
    this.progress = progress;
    this.waiting.addAll(steps);
  }

  /// One step of a start, with the steps it depends on.
  record Step(String name, Set<String> needs, Action action) {
    Step {
      needs = Set.copyOf(needs);
    }

    /// Action of a step.
    @FunctionalInterface
    interface Action {
      void run() throws IOException, InterruptedException;
    }
  }

  void run() throws IOException, InterruptedException {
    var workers = new ArrayList<Thread>();
    for (var i = 0; i < AT_ONCE; i++) {
      workers.add(Thread.ofPlatform().name("start-" + i).start(this::work));
    }
    for (var worker : workers) {
      worker.join();
    }
    var failed = failure;
    if (failed != null) {
      throw failed instanceof IOException io ? io : new PartException(reason(failed), failed);
    }
  }

  private void work() {
    for (var step = next(); step.isPresent(); step = next()) {
      execute(step.get());
    }
  }

  private synchronized Optional<Step> next() {
    while (failure == null && !waiting.isEmpty()) {
      var ready = waiting.stream().filter(step -> done.containsAll(step.needs())).findFirst();
      if (ready.isPresent()) {
        waiting.remove(ready.get());
        running++;
        return ready;
      }
      if (running == 0) {
        failure = new IllegalStateException("nothing can start any more: " + waiting);
        return Optional.empty();
      }
      awaitChange();
    }
    return Optional.empty();
  }

  @SuppressWarnings("WaitNotInLoop") // next() is the loop around it
  private void awaitChange() {
    try {
      wait();
    } catch (InterruptedException interrupted) {
      failure = interrupted;
    }
  }

  private void execute(Step step) {
    var start = System.nanoTime();
    try {
      step.action().run();
      progress.done(step.name(), Duration.ofNanos(System.nanoTime() - start));
      finish(step.name(), null);
    } catch (IOException | InterruptedException | RuntimeException problem) {
      progress.failed(step.name(), reason(problem));
      finish(step.name(), problem);
    }
  }

  private synchronized void finish(String name, @Nullable Exception problem) {
    running--;
    if (problem == null) {
      done.add(name);
    } else if (failure == null) {
      failure = problem;
    }
    notifyAll();
  }

  private static String reason(Exception problem) {
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }
}
