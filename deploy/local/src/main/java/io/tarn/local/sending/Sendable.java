package io.tarn.local.sending;

import java.io.IOException;
import java.io.InputStream;

/// A file to send.
///
/// @param name name in the upload; the same name is the same file
/// @param size in bytes
public record Sendable(String name, long size, Opener opener) {
  /// Opens the file anew each time.
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException, InterruptedException;
  }

  public InputStream open() throws IOException, InterruptedException {
    return opener.open();
  }
}
