package io.tarn.service.request;

import io.tarn.service.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads the query parameter `wait`, which says how long an answer may take: seconds (`5`), a
/// number with its unit (`5s`, `500ms`, `1m`), or ISO 8601 (`PT5S`).
public final class WaitParameter {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,18}ms");

  private WaitParameter() {}

  /// @throws ProblemException 400 naming the parameter, where the text has none of the forms
  public static Duration of(String text) {
    try {
      var duration = parse(text);
      if (duration.isNegative()) {
        throw refusal();
      }
      return duration;
    } catch (DateTimeException _) {
      throw refusal();
    }
  }

  private static Duration parse(String text) {
    if (SECONDS.matcher(text).matches()) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    if (MILLIS.matcher(text).matches()) {
      return Duration.ofMillis(Long.parseLong(text, 0, text.length() - 2, 10));
    }
    var upper = text.toUpperCase(Locale.ROOT);
    return Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
  }

  private static ProblemException refusal() {
    return ProblemException.invalid(
        "wait",
        "must be seconds such as 5, a number with a unit such as 5s, 500ms or 1m, or an ISO 8601"
            + " duration such as PT5S");
  }
}
