package io.tarn.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// One embedded part of the product: a process of its own with its data in a folder.
///
/// `start` returns when the part answers; `stop` ends it in order and returns when it is gone.
public interface Part extends AutoCloseable {
  /// How long a part may take to end in order before it is ended by force.
  Duration STOP = Duration.ofSeconds(20);

  /// The process of the part, started or not.
  ChildProcess process();

  void start() throws IOException, InterruptedException;

  /// Short lower-case name, as printed and as used for the log file.
  default String name() {
    return process().name();
  }

  default void stop() {
    process().stop("TERM", STOP);
  }

  /// Ends the process at once, as a crash would; data stays as it is.
  default void kill() {
    process().kill();
  }

  default boolean isAlive() {
    return process().isAlive();
  }

  default long pid() {
    return process().pid();
  }

  default Path log() {
    return process().log();
  }

  @Override
  default void close() {
    stop();
  }
}
