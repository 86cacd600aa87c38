package io.tarn.service.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.service.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the database can hold: text without the character U+0000, and times of the years 0001 to
/// 9999 (PostgreSQL ends later, but every reader can write these).
public final class Storable {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
  private static final String NO_NUL = "must not hold the character U+0000";
  private static final String YEARS = "must be of the years 0001 to 9999";

  private Storable() {}

  /// The time in the query parameter of this name; null stays null.
  ///
  /// @throws ProblemException 400 naming the parameter, where it is no time or cannot be stored
  public static @Nullable Instant instant(String parameter, @Nullable String text) {
    if (text == null) {
      return null;
    }
    Instant time;
    try {
      time = Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw ProblemException.invalid(parameter, "is not a time such as 2026-05-01T00:00:00Z");
    }
    faultOf(time)
        .ifPresent(
            fault -> {
              throw ProblemException.invalid(parameter, fault);
            });
    return time;
  }

  /// Why the text cannot be stored; empty where it can.
  static Optional<String> faultOf(String text) {
    return text.indexOf('\0') < 0 ? Optional.empty() : Optional.of(NO_NUL);
  }

  /// Why the time cannot be stored; empty where it can.
  static Optional<String> faultOf(Instant time) {
    return time.isBefore(FIRST) || !time.isBefore(END) ? Optional.of(YEARS) : Optional.empty();
  }

  /// Why a text or a name inside of the tree cannot be stored; empty where all can.
  static Optional<String> faultOf(JsonNode tree) {
    if (tree.isTextual()) {
      return faultOf(tree.textValue());
    }
    for (var field : tree.properties()) {
      var fault = faultOf(field.getKey()).or(() -> faultOf(field.getValue()));
      if (fault.isPresent()) {
        return fault;
      }
    }
    if (tree.isArray()) {
      for (var element : tree) {
        var fault = faultOf(element);
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return Optional.empty();
  }
}
