package io.tarn.ingest.conflict;

import org.jspecify.annotations.Nullable;

/// Why a conflict cannot be shown.
public abstract sealed class ConflictException extends RuntimeException {
  private ConflictException(String message) {
    this(message, null);
  }

  private ConflictException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
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
      super("Conflicts cannot be read now; try again.", cause);
    }
  }
}
