package io.tarn.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the result of a run is written to.
///
/// @param destination null is the tenant's own bucket
/// @param format `csv`, `ndjson` or `parquet`
/// @param when for which results
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
    @Nullable UUID destination, @Pattern(regexp = "csv|ndjson|parquet") String format, When when) {

  /// For which results something is done.
  public enum When {
    ALWAYS("always"),
    /// It has rows that the last one had not, or lacks some; the first one is a change.
    CHANGED("changed"),
    /// It has rows.
    ROWS("rows"),
    /// The alert condition is fulfilled.
    FIRING("firing");

    private final String wireName;

    When(String wireName) {
      this.wireName = wireName;
    }

    /// The name in requests, answers and the database.
    @JsonValue
    public String wireName() {
      return wireName;
    }

    public static Optional<When> of(String wireName) {
      return Arrays.stream(values()).filter(known -> known.wireName.equals(wireName)).findFirst();
    }
  }
}
