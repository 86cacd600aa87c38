package io.tarn.scheduler.export;

/// Another process has the export now, or it has ended: nothing is to be written any more.
final class LeaseLost extends RuntimeException {
  LeaseLost() {
    super("lease lost", null, false, false);
  }
}
