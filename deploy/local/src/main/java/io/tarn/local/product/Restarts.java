package io.tarn.local.product;

import io.tarn.parts.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Restarts parts that ended by themselves:
///
/// ```
/// alive --ends--> waiting (back-off) --> starting --answers--> alive
///                    ^                       |
///                    +-----ends again--------+
/// ```
///
/// A part whose pid file is gone was ended on purpose (`tarn dev`, `tarn down`) and stays so.
/// After ten quiet minutes a part's ends are no longer counted for its back-off.
///
/// `look` is called by one thread; each start runs on a thread of its own, so that one part which
/// does not come up keeps no other waiting.
final class Restarts {
  private static final Duration QUIET = Duration.ofMinutes(10);

  private final Settings settings;
  private final Starter starter;
  private final Progress progress;
  private final InstantSource clock;
  private final Map<String, RestartRecord> last = new HashMap<>();
  private final Map<String, RestartRecord> waiting = new HashMap<>();
  private final Map<String, Thread> starting = new HashMap<>();

  Restarts(Settings settings, Starter starter, Progress progress, InstantSource clock) {
    this.settings = settings;
    this.starter = starter;
    this.progress = progress;
    this.clock = clock;
  }

  /// Records the ended parts, and starts the ones whose back-off is over.
  void look(List<Part> parts) {
    starting.values().removeIf(thread -> !thread.isAlive());
    for (var part : parts) {
      if (!part.isAlive() && !starting.containsKey(part.name())) {
        attend(part);
      }
    }
  }

  private void attend(Part part) {
    var record = waiting.get(part.name());
    if (!PidFile.of(settings, part.name()).isKept()) {
      waiting.remove(part.name());
    } else if (record == null) {
      waiting.put(part.name(), noteEnd(part));
    } else if (!clock.instant().isBefore(record.next())) {
      waiting.remove(part.name());
      starting.put(part.name(), Thread.ofPlatform().daemon().start(() -> start(part)));
    }
  }

  private RestartRecord noteEnd(Part part) {
    var now = clock.instant();
    var earlier = last.get(part.name());
    var ends = earlier == null || earlier.since().plus(QUIET).isBefore(now) ? 0 : earlier.ends();
    var record = RestartRecord.ofEnd(ends + 1, now);
    last.put(part.name(), record);
    try {
      record.write(settings, part.name());
    } catch (IOException failure) {
      progress.say("The restart of %s is not on record: %s".formatted(part.name(), failure));
    }
    progress.failed(
        part.name(),
        "has ended by itself and is started again in %d s. Its log is %s"
            .formatted(Duration.between(now, record.next()).toSeconds(), part.log()));
    return record;
  }

  private void start(Part part) {
    var start = System.nanoTime();
    try {
      starter.start(part);
      progress.done(part.name() + " again", Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException | RuntimeException failure) {
      progress.failed(part.name(), "could not be started again: " + failure.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts a part that has ended; returns when it answers.
  @FunctionalInterface
  interface Starter {
    void start(Part part) throws IOException, InterruptedException;
  }
}
