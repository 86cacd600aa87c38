package io.tarn.ingest.selector;

/// Selectors that Lake does not allow, with the place.
public final class SelectorException extends RuntimeException {
  SelectorException(String message) {
    super(message, null, false, false);
  }
}
