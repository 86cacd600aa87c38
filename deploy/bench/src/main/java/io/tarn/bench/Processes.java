package io.tarn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// CPU time and memory of the processes of a product, as Linux counts them.
record Processes(Path pidFiles) {
  private static final double TICKS_A_SECOND = 100;
  private static final String SUFFIX = ".pid";
  private static final String FORGET_PEAK = "5";
  private static final Duration KILL_LOOK = Duration.ofMillis(10);

  /// Seconds a part, its child processes included, and of this process itself.
  Map<String, Double> byPart() throws IOException {
    var found = new TreeMap<String, Double>();
    found.put("bench", Ticks.read(Path.of("/proc/self/stat")).own());
    for (var part : parts()) {
      found.put(part, secondsWithChildren(pid(part)));
    }
    return found;
  }

  /// Seconds of one part's threads that live, by their names without numbers.
  Map<String, Double> byThread(String part) throws IOException {
    var found = new TreeMap<String, Double>();
    try (var threads = Files.list(Path.of("/proc", Long.toString(pid(part)), "task"))) {
      for (var thread : threads.toList()) {
        var ticks = Ticks.read(thread.resolve("stat"));
        found.merge(ticks.name().replaceAll("[-#\\d]+$", ""), ticks.own(), Double::sum);
      }
    }
    return found;
  }

  /// CPU time since an earlier sample.
  static Map<String, Double> since(Map<String, Double> before, Map<String, Double> now) {
    var more = new TreeMap<String, Double>();
    now.forEach((name, taken) -> more.put(name, taken - before.getOrDefault(name, 0.0)));
    return more;
  }

  private long pid(String part) throws IOException {
    return Long.parseLong(
        Files.readString(pidFiles.resolve(part + SUFFIX)).strip().split(" ", 2)[0]);
  }

  private static double secondsWithChildren(long pid) {
    return withChildren(pid)
        .mapToObj(each -> Ticks.read(Path.of("/proc", Long.toString(each), "stat")))
        .mapToDouble(ticks -> ticks.own() + ticks.ofEndedChildren())
        .sum();
  }

  private static LongStream withChildren(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .mapToLong(ProcessHandle::pid);
  }

  /// Resident megabytes a part, its child processes included. Pages that the processes of one
  /// part share (PostgreSQL's buffers) count once for each of them: the sum is an upper bound.
  Map<String, Long> megabytes() throws IOException {
    var found = new TreeMap<String, Long>();
    for (var part : parts()) {
      var processes =
          part.equals("supervisor") ? LongStream.of(pid(part)) : withChildren(pid(part));
      var sum = 0L;
      for (var process : processes.toArray()) {
        sum += resident(process);
      }
      found.put(part, sum);
    }
    return found;
  }

  /// The most resident megabytes of a part's own process since [#forgetPeak].
  long peakMegabytes(String part) throws IOException {
    return megabytes(pid(part), "VmHWM:");
  }

  /// Lets the peak begin anew at what is resident now.
  void forgetPeak(String part) throws IOException {
    var file = Path.of("/proc", Long.toString(pid(part)), "clear_refs");
    Files.writeString(file, FORGET_PEAK, StandardOpenOption.WRITE);
  }

  /// Ends a part's own process by SIGKILL; returns when it is gone.
  void kill(String part) throws InterruptedException, IOException {
    var process = ProcessHandle.of(pid(part)).orElseThrow(() -> new IOException(part + " is gone"));
    process.destroyForcibly();
    while (process.isAlive()) {
      Thread.sleep(KILL_LOOK);
    }
  }

  private static long resident(long pid) throws IOException {
    return megabytes(pid, "VmRSS:");
  }

  private static long megabytes(long pid, String measure) throws IOException {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(measure))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  private List<String> parts() throws IOException {
    try (var files = Files.list(pidFiles)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.replace(SUFFIX, ""))
          .toList();
    }
  }

  /// One line of `/proc/*/stat`, in seconds. An ended process counts as zero.
  record Ticks(String name, double own, double ofEndedChildren) {
    private static final int USER_TIME = 11;

    static Ticks read(Path stat) {
      try {
        return of(Files.readString(stat));
      } catch (IOException _) {
        return new Ticks("", 0, 0);
      }
    }

    /// The name stands in parentheses and may hold any letter.
    static Ticks of(String line) {
      var end = line.lastIndexOf(')');
      var name = line.substring(line.indexOf('(') + 1, end);
      var fields = line.substring(end + 2).split(" ", -1);
      return new Ticks(name, seconds(fields, USER_TIME), seconds(fields, USER_TIME + 2));
    }

    private static double seconds(String[] fields, int first) {
      return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) / TICKS_A_SECOND;
    }
  }
}
