package io.tarn.scheduler.ledger.change;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// How a change was made.
public enum Origin {
  CONSOLE("console"),
  CLI("cli"),
  SDK("sdk"),
  INFRASTRUCTURE_AS_CODE("infrastructure-as-code"),
  SERVICE("service"),
  ROOT("root"),
  BREAK_GLASS("break-glass"),
  UNKNOWN("unknown");

  private final String wireName;

  Origin(String wireName) {
    this.wireName = wireName;
  }

  /// The name in answers and the database.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /// @throws java.util.NoSuchElementException if there is no such origin
  public static Origin of(String wireName) {
    return Arrays.stream(values())
        .filter(known -> known.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }

  /// How a change was made and what says so.
  ///
  /// @param reason the field that decided and its value, in words
  public record Finding(Origin origin, String reason) {}
}
