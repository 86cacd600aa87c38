package io.tarn.ingest.intake;

/// Failure of an upload. All of it can be sent again: events are stored once.
public abstract sealed class IntakeException extends RuntimeException {
  private IntakeException(String message, Throwable cause) {
    super(message, cause);
  }

  /// Kafka did not acknowledge all events in time.
  public static final class NotAcknowledged extends IntakeException {
    NotAcknowledged(Throwable cause) {
      super("The events could not be handed over; send the upload again.", cause);
    }
  }

  /// The client stopped sending.
  public static final class Aborted extends IntakeException {
    Aborted(Throwable cause) {
      super("The upload ended early.", cause);
    }
  }
}
