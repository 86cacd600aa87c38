package io.tarn.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What an alert condition says of a result.
public enum AlertState {
  OK("ok"),
  FIRING("firing");

  private final String wireName;

  AlertState(String wireName) {
    this.wireName = wireName;
  }

  /// The name in answers and the database.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  public static AlertState of(boolean isFiring) {
    return isFiring ? FIRING : OK;
  }

  /// Null stays null.
  public static @Nullable AlertState of(@Nullable String wireName) {
    return Arrays.stream(values())
        .filter(known -> known.wireName.equals(wireName))
        .findFirst()
        .orElse(null);
  }
}
