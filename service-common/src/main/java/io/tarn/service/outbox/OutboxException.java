package io.tarn.service.outbox;

/// The outbox cannot be written, so what it belongs to must not happen either.
public final class OutboxException extends RuntimeException {
  OutboxException(Exception cause) {
    super("the outbox cannot be written", cause);
  }
}
