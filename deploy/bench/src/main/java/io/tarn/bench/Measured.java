package io.tarn.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Throughput of imports and CPU time of each process, over all rounds.
final class Measured {
  private static final String WRITER = "ingest-service";
  private static final double MICROS = 1e6;

  private final Processes processes;
  private final int events;
  private final Samples rate = new Samples();
  private final Map<String, Samples> parts = new TreeMap<>();
  private final Map<String, Samples> threads = new TreeMap<>();

  /// @param events number of events per round
  Measured(Processes processes, int events) {
    this.processes = processes;
    this.events = events;
  }

  void take(Stopwatch.Task task) throws IOException, InterruptedException {
    var partsBefore = processes.byPart();
    var threadsBefore = processes.byThread(WRITER);
    rate.add(events / Stopwatch.seconds(task));
    add(threads, Processes.since(threadsBefore, processes.byThread(WRITER)));
    add(parts, Processes.since(partsBefore, processes.byPart()));
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
