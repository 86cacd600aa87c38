package io.tarn.ingest.purge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why an upload cannot be purged.
public abstract sealed class PurgeException extends RuntimeException {
  private PurgeException(String message) {
    this(message, null);
  }

  private PurgeException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }

  /// Nobody took it back.
  public static final class None extends PurgeException {
    None() {
      super("no such purge");
    }
  }

  /// It is unfinished, or purged already.
  public static final class NotPossible extends PurgeException {
    NotPossible(String detail) {
      super(detail);
    }
  }

  /// What would be done is no longer what the preview said.
  public static final class Outdated extends PurgeException {
    Outdated() {
      super("This does not confirm the purge as it would be done now; look at it again.");
    }
  }

  /// To count what would be removed takes longer than a request may.
  public static final class TooLong extends PurgeException {
    TooLong(Duration within) {
      super(
          "Counting the upload's events took longer than "
              + within.toSeconds()
              + " s. Try again when less is going on, or have tarn.ingest.uploads.count-within"
              + " raised.");
    }
  }

  /// The database cannot be asked now.
  public static final class Unavailable extends PurgeException {
    Unavailable(Throwable cause) {
      super("The purge cannot be done now; try again.", cause);
    }
  }
}
