package io.tarn.parts;

import java.io.IOException;

/// A part that could not be started or has died; the message names the part and the remedy.
public final class PartException extends IOException {
  private static final long serialVersionUID = 1L;

  public PartException(String message) {
    super(message);
  }

  public PartException(String message, Throwable cause) {
    super(message, cause);
  }
}
