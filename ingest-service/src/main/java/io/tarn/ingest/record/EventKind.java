package io.tarn.ingest.record;

import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.json.Json;
import org.jspecify.annotations.Nullable;

/// Tells what kind of store an event belongs into: by its category, which records have since
/// version 1.07, else by its type, else by what only one kind has.
final class EventKind {
  private EventKind() {}

  static EventCategory of(Json.Structure event) {
    var category = byCategory(text(event.get("eventCategory")));
    if (category == null) {
      category = byType(text(event.get("eventType")));
    }
    return category == null ? byContent(event) : category;
  }

  private static @Nullable EventCategory byCategory(String category) {
    return switch (category) {
      case "Management", "Data", "NetworkActivity" -> EventCategory.CLOUDTRAIL;
      case "Insight" -> EventCategory.INSIGHT;
      case "ConfigurationItem" -> EventCategory.CONFIGURATION_ITEM;
      case "Evidence" -> EventCategory.EVIDENCE;
      case "ActivityAuditLog" -> EventCategory.ACTIVITY_AUDIT_LOG;
      default -> null;
    };
  }

  private static @Nullable EventCategory byType(String type) {
    return switch (type) {
      case "AwsCloudTrailInsight" -> EventCategory.INSIGHT;
      case "AwsConfigurationItem" -> EventCategory.CONFIGURATION_ITEM;
      case "AwsAuditManagerEvidence" -> EventCategory.EVIDENCE;
      case "ActivityLog" -> EventCategory.ACTIVITY_AUDIT_LOG;
      default -> null;
    };
  }

  private static EventCategory byContent(Json.Structure event) {
    var isInsight =
        event.get("eventSource") == null
            && (event.get("insightDetails") instanceof Json.Structure
                || event.get("insightContext") instanceof Json.Structure);
    return isInsight ? EventCategory.INSIGHT : EventCategory.CLOUDTRAIL;
  }

  private static String text(@Nullable Json value) {
    return value instanceof Json.Text(var text) ? text : "";
  }
}
