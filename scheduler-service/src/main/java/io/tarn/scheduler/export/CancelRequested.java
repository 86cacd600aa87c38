package io.tarn.scheduler.export;

/// Somebody wants the export to end.
final class CancelRequested extends RuntimeException {
  CancelRequested() {
    super("cancel requested", null, false, false);
  }
}
