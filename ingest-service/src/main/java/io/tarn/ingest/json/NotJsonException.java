package io.tarn.ingest.json;

/// The bytes are not one JSON value in UTF-8.
public final class NotJsonException extends Exception {
  public NotJsonException(String message) {
    super(message, null, false, false);
  }
}
