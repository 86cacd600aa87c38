package io.tarn.ingest.conflict;

/// Why a conflict cannot be shown.
public abstract sealed class ConflictException extends RuntimeException {
  private ConflictException(String message) {
    super(message, null, false, false);
  }

  /// The tenant has no such conflict.
  public static final class Unknown extends ConflictException {
    Unknown() {
      super("no such conflict");
    }
  }

  /// The database cannot be asked now.
  public static final class Unavailable extends ConflictException {
    Unavailable(Throwable cause) {
      super("Conflicts cannot be read now; try again.");
      initCause(cause);
    }
  }
}
