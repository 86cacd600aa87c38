package io.tarn.local.parts;

import java.io.IOException;
import java.nio.file.Path;

/// One embedded part of the product: a process of its own with its data in a folder.
///
/// `start` returns when the part answers; `stop` ends it in order and returns when it is gone.
public interface Part extends AutoCloseable {
  /// Short lower-case name, as printed and as used for the log file.
  String name();

  void start() throws IOException, InterruptedException;

  void stop();

  /// Ends the process at once, as a crash would; data stays as it is.
  void kill();

  boolean isAlive();

  long pid();

  Path log();

  @Override
  default void close() {
    stop();
  }
}
