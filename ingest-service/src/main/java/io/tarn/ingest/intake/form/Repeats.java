package io.tarn.ingest.intake.form;

/// Bounds how much is read again behind broken places, so that no file takes more than a few times
/// its length. Not thread-safe.
final class Repeats {
  private static final long FREE = 64L * 1024 * 1024;

  private long repeated;

  boolean isLeft(long read) {
    return repeated <= FREE + read;
  }

  void add(long bytes) {
    repeated += bytes;
  }
}
