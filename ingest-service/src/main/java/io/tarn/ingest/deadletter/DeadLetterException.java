package io.tarn.ingest.deadletter;

import org.jspecify.annotations.Nullable;

/// Why something cannot be done with a dead letter.
public abstract sealed class DeadLetterException extends RuntimeException {
  private DeadLetterException(String message) {
    this(message, null);
  }

  private DeadLetterException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }

  /// The tenant has no such dead letter.
  public static final class Unknown extends DeadLetterException {
    Unknown() {
      super("no such dead letter");
    }
  }

  /// The database cannot be asked now.
  public static final class Unavailable extends DeadLetterException {
    Unavailable(Throwable cause) {
      super("Dead letters cannot be read now; try again.", cause);
    }
  }
}
