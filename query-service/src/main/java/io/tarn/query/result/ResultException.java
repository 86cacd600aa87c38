package io.tarn.query.result;

import org.jspecify.annotations.Nullable;

/// Why a result cannot be written or read. Messages are for users.
public abstract sealed class ResultException extends RuntimeException {
  private ResultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// What is in the bucket is not what was written there.
  public static final class Damaged extends ResultException {
    private final String object;

    Damaged(String object, @Nullable Throwable cause) {
      super("The stored result is not what was written. Run the statement again.", cause);
      this.object = object;
    }

    /// Which object, for the log.
    public String object() {
      return object;
    }
  }

  /// The bucket does not answer.
  public static final class Unavailable extends ResultException {
    Unavailable(Throwable cause) {
      super("Results cannot be reached at the moment.", cause);
    }
  }
}
