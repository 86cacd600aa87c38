package io.tarn.scheduler.export.format;

import java.io.IOException;

/// A value that is not what the type of its column says. Its text is not told: it may be an
/// event's.
public final class UnfitValueException extends IOException {
  UnfitValueException(String type) {
    super("A value is no " + type + ", which its column says it is.");
  }
}
