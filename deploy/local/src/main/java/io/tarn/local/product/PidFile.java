package io.tarn.local.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// File with the id and start time of a running process; the start time distinguishes it from a
/// later process with the same id.
record PidFile(Path file) {
  static PidFile of(Settings settings, String name) {
    return new PidFile(settings.run().resolve(name + ".pid"));
  }

  void write(long pid) throws IOException {
    Files.createDirectories(file.getParent());
    var started = ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
    Files.writeString(file, pid + " " + started.map(Instant::toEpochMilli).orElse(0L));
  }

  /// Whether the process was started and not ended on purpose since, be it alive or not.
  boolean isKept() {
    return Files.exists(file);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  Optional<ProcessHandle> process() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var words = Files.readString(file).strip().split(" ", 2);
    var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
    return ProcessHandle.of(Long.parseLong(words[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().startInstant().map(started::equals).orElse(true));
  }
}
