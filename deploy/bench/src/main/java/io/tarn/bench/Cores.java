package io.tarn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// CPU time of the processes of a product so far, as Linux counts it.
public record Cores(Path pidFiles) {
  private static final double TICKS_A_SECOND = 100;
  private static final String SUFFIX = ".pid";

  /// Seconds a part, its child processes included, and of this process itself.
  public Map<String, Double> byPart() throws IOException {
    var found = new TreeMap<String, Double>();
    found.put("bench", Ticks.read(Path.of("/proc/self/stat")).own());
    try (var files = Files.list(pidFiles)) {
      for (var file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
        var part = file.getFileName().toString().replace(SUFFIX, "");
        found.put(part, withChildren(pid(part)));
      }
    }
    return found;
  }

  /// Seconds of one part's threads that live, by their names without numbers.
  public Map<String, Double> byThread(String part) throws IOException {
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
  public static Map<String, Double> since(Map<String, Double> before, Map<String, Double> now) {
    var more = new TreeMap<String, Double>();
    now.forEach((name, taken) -> more.put(name, taken - before.getOrDefault(name, 0.0)));
    return more;
  }

  private long pid(String part) throws IOException {
    return Long.parseLong(
        Files.readString(pidFiles.resolve(part + SUFFIX)).strip().split(" ", 2)[0]);
  }

  private static double withChildren(long pid) {
    var sum = 0.0;
    var processes =
        ProcessHandle.of(pid)
            .map(process -> Stream.concat(Stream.of(process), process.descendants()))
            .orElse(Stream.empty());
    for (var process : processes.toList()) {
      var ticks = Ticks.read(Path.of("/proc", Long.toString(process.pid()), "stat"));
      sum += ticks.own() + ticks.ofEndedChildren();
    }
    return sum;
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
