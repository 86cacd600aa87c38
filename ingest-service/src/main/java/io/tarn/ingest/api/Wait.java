package io.tarn.ingest.api;

import io.tarn.service.problem.ProblemException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long a request may wait: ISO 8601 (`PT30S`) or its end alone (`30s`).
final class Wait {
  private Wait() {}

  /// No wait without a text, and never more than the longest.
  static Duration of(@Nullable String text, Duration longest) {
    if (text == null) {
      return Duration.ZERO;
    }
    var wanted = parse(text.toUpperCase(Locale.ROOT));
    if (wanted.isNegative()) {
      throw reason();
    }
    return wanted.compareTo(longest) > 0 ? longest : wanted;
  }

  private static Duration parse(String text) {
    try {
      return Duration.parse(text.startsWith("P") ? text : "PT" + text);
    } catch (DateTimeParseException _) {
      throw reason();
    }
  }

  private static ProblemException reason() {
    return ProblemException.invalid("wait", "must be a duration such as PT30S or 30s");
  }
}
