package io.tarn.bench.ingest;

import io.tarn.bench.Cores;
import io.tarn.bench.Samples;
import io.tarn.bench.Stopwatch;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Throughput of imports and CPU time of each process, over all rounds.
final class Measured {
  private static final String WRITER = "ingest-service";
  private static final double MICROS = 1e6;

  private final Cores cores;
  private final int events;
  private final Samples rate = new Samples();
  private final Map<String, Samples> parts = new TreeMap<>();
  private final Map<String, Samples> threads = new TreeMap<>();

  /// @param events number of events per round
  Measured(Cores cores, int events) {
    this.cores = cores;
    this.events = events;
  }

  void take(Stopwatch.Task task) throws IOException, InterruptedException {
    var partsBefore = cores.byPart();
    var threadsBefore = cores.byThread(WRITER);
    rate.add(events / Stopwatch.seconds(task));
    add(threads, Cores.since(threadsBefore, cores.byThread(WRITER)));
    add(parts, Cores.since(partsBefore, cores.byPart()));
  }

  private void add(Map<String, Samples> to, Map<String, Double> seconds) {
    seconds.forEach(
        (name, taken) -> to.computeIfAbsent(name, _ -> new Samples()).add(taken * MICROS / events));
  }

  int events() {
    return events;
  }

  /// Events a second.
  double rate() {
    return rate.median();
  }

  Set<String> parts() {
    return parts.keySet();
  }

  /// Microseconds of one core an event.
  double microsOf(String part) {
    return parts.containsKey(part) ? parts.get(part).median() : 0;
  }

  /// The threads of ingest-service, likewise.
  Map<String, Double> microsByThread() {
    var medians = new TreeMap<String, Double>();
    threads.forEach((name, taken) -> medians.put(name, taken.median()));
    return medians;
  }
}
