package io.tarn.common.schema;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What kind of events an event data store holds; it decides the store's columns.
public enum EventCategory {
  /// Management, data and network activity events, which share one set of columns.
  CLOUDTRAIL("CloudTrail"),
  INSIGHT("Insight"),
  CONFIGURATION_ITEM("ConfigurationItem"),
  EVIDENCE("Evidence"),
  ACTIVITY_AUDIT_LOG("ActivityAuditLog");

  /// All texts that [#of] reads, as a pattern: CloudTrail's own kinds before the other categories.
  public static final String WORDS =
      "CloudTrail|Management|Data|NetworkActivity"
          + "|Insight|ConfigurationItem|Evidence|ActivityAuditLog";

  private final String value;

  EventCategory(String value) {
    this.value = value;
  }

  /// The text form, as it is stored and sent.
  @JsonValue
  public String value() {
    return value;
  }

  /// All texts that [#of] reads as this category.
  public List<String> words() {
    return Arrays.stream(WORDS.split("\\|"))
        .filter(word -> find(word).equals(Optional.of(this)))
        .toList();
  }

  /// Reads the text form; `Management`, `Data` and `NetworkActivity` are all [#CLOUDTRAIL].
  public static EventCategory of(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("unknown event category: " + text));
  }

  /// The same, empty for a text that is no category.
  public static Optional<EventCategory> find(String text) {
    return switch (text) {
      case "Management", "Data", "NetworkActivity" -> Optional.of(CLOUDTRAIL);
      default ->
          Arrays.stream(values()).filter(category -> category.value.equals(text)).findFirst();
    };
  }
}
