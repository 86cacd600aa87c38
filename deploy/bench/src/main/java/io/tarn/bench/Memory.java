package io.tarn.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Resident megabytes a part, its child processes included. Pages that the processes of one
/// part share (PostgreSQL's buffers) count once for each of them: the sum is an upper bound.
record Memory(Map<String, Long> megabytes) {
  static Memory of(Path pidFiles) throws IOException {
    var found = new TreeMap<String, Long>();
    try (var files = Files.list(pidFiles)) {
      for (var file : files.filter(path -> path.toString().endsWith(".pid")).toList()) {
        var name = file.getFileName().toString().replace(".pid", "");
        found.put(name, name.equals("supervisor") ? own(pid(file)) : withChildren(pid(file)));
      }
    }
    return new Memory(found);
  }

  long total() {
    return megabytes.values().stream().mapToLong(Long::longValue).sum();
  }

  void print(PrintStream out) {
    megabytes.forEach((name, size) -> out.printf("  %-24s %6d MB%n", name, size));
  }

  private static long pid(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip().split(" ", 2)[0]);
  }

  private static long withChildren(long pid) throws IOException {
    var sum = 0L;
    var processes =
        ProcessHandle.of(pid)
            .map(process -> Stream.concat(Stream.of(process), process.descendants()))
            .orElse(Stream.empty());
    for (var process : processes.toList()) {
      sum += own(process.pid());
    }
    return sum;
  }

  private static long own(long pid) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }
}
