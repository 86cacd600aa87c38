package io.tarn.ingest.deadletter;

/// How many rejected records of one file may still become dead letters; beyond it they are
/// counted only. Not thread-safe.
public final class DeadLetterQuota {
  private long letters;
  private long bytes;

  /// @param letters how many more
  /// @param bytes of originals, all together
  public DeadLetterQuota(long letters, long bytes) {
    this.letters = letters;
    this.bytes = bytes;
  }

  /// Without a bound, for letters that are dead letters already.
  public static DeadLetterQuota unbounded() {
    return new DeadLetterQuota(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /// Admits one more of this length, if the quota allows it, and counts it.
  public boolean admit(int length) {
    if (letters <= 0 || bytes < length) {
      return false;
    }
    letters--;
    bytes -= length;
    return true;
  }
}
