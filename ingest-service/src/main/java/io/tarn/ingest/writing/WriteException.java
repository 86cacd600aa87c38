package io.tarn.ingest.writing;

/// Why a batch was not written.
abstract sealed class WriteException extends Exception {
  private WriteException(String message) {
    super(message, null, false, false);
  }

  /// Another process has written these offsets.
  static final class AnotherOwner extends WriteException {
    AnotherOwner() {
      super("another process owns this partition");
    }
  }

  /// The process is ending.
  static final class Stopping extends WriteException {
    Stopping() {
      super("the process is ending");
    }
  }
}
