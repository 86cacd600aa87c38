package io.tarn.scheduler.api;

import io.tarn.service.paging.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/// Values of cursors.
final class Ends {
  private Ends() {}

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw Cursor.notOfThisListing();
    }
  }

  static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw Cursor.notOfThisListing();
    }
  }
}
