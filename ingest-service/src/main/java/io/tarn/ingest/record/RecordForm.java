package io.tarn.ingest.record;

import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.json.CompactJson;
import io.tarn.ingest.json.Json;
import java.util.function.UnaryOperator;

/// Converts an event into the form of its category's columns, where events come in another.
///
/// CloudTrail's own events are in that form. The original text is never touched.
final class RecordForm {
  private RecordForm() {}

  static Json.Structure of(EventCategory category, Json.Structure event) {
    return switch (category) {
      case CLOUDTRAIL, EVIDENCE, ACTIVITY_AUDIT_LOG -> event;
      case INSIGHT -> InsightForm.of(event);
      case CONFIGURATION_ITEM -> with(event, "eventData", RecordForm::configurationItem);
    };
  }

  /// A configuration item has lists where Lake has a text and one struct.
  private static Json configurationItem(Json value) {
    return value instanceof Json.Structure item
        ? with(with(item, "relatedEvents", RecordForm::asText), "relationships", RecordForm::first)
        : value;
  }

  /// The first element of a list; what is no list stays as it is.
  static Json first(Json value) {
    return value instanceof Json.Sequence(var elements)
        ? elements.isEmpty() ? new Json.Null() : elements.getFirst()
        : value;
  }

  private static Json asText(Json value) {
    return value instanceof Json.Sequence ? new Json.Text(CompactJson.of(value)) : value;
  }

  static Json.Structure with(Json.Structure object, String key, UnaryOperator<Json> change) {
    return new Json.Structure(
        object.members().stream()
            .map(
                member ->
                    member.name().equals(key)
                        ? new Json.Member(key, change.apply(member.value()))
                        : member)
            .toList());
  }
}
