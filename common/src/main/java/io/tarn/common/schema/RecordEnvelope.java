package io.tarn.common.schema;

import static io.tarn.common.schema.LakeType.TIMESTAMP;
import static io.tarn.common.schema.LakeType.VARCHAR;
import static io.tarn.common.schema.RecordField.column;

import java.util.List;
import java.util.stream.Stream;

/// What the events of all categories but CloudTrail's own carry around their content.
final class RecordEnvelope {
  /// The original text and its checksum, which Lake does not print for these categories.
  static final List<RecordField> ORIGINAL =
      List.of(
          column(EventSchema.EVENT_JSON, VARCHAR),
          column(EventSchema.EVENT_JSON_CHECKSUM, VARCHAR));

  private static final List<RecordField> HEAD =
      List.of(
          column("eventVersion", VARCHAR),
          column("eventCategory", VARCHAR),
          column("eventType", VARCHAR),
          column("eventID", VARCHAR),
          column("eventTime", TIMESTAMP),
          column("awsRegion", VARCHAR));

  private RecordEnvelope() {}

  /// The envelope's columns, then these.
  static List<RecordField> before(RecordField... content) {
    return Stream.concat(HEAD.stream(), Stream.of(content)).toList();
  }

  /// Fields that are all text.
  static RecordField[] texts(String... jsonNames) {
    return Stream.of(jsonNames)
        .map(name -> RecordField.field(name, VARCHAR))
        .toArray(RecordField[]::new);
  }
}
