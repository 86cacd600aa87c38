package io.tarn.common.schema;

import static io.tarn.common.schema.LakeType.TEXT_MAP;
import static io.tarn.common.schema.LakeType.VARCHAR;
import static io.tarn.common.schema.RecordField.column;
import static io.tarn.common.schema.RecordField.field;

import java.util.List;

/// The columns of an event from outside AWS, in the order of Lake's own files.
final class ActivityRecord {
  private static final RecordField EVENT_DATA =
      column(
          "eventData",
          field("version", VARCHAR),
          field(
              "userIdentity",
              field("type", VARCHAR),
              field("principalId", VARCHAR),
              field("details", TEXT_MAP)),
          field("userAgent", VARCHAR),
          field("eventSource", VARCHAR),
          field("eventName", VARCHAR),
          field("eventTime", VARCHAR),
          field("UID", VARCHAR),
          field("requestParameters", TEXT_MAP),
          field("responseElements", TEXT_MAP),
          field("errorCode", VARCHAR),
          // Lake's own spelling, which statements have to use
          field("errorMessage", VARCHAR).named("errormssage"),
          field("sourceIPAddress", VARCHAR),
          field("recipientAccountId", VARCHAR),
          field("additionalEventData", TEXT_MAP));

  static final List<RecordField> FIELDS =
      RecordEnvelope.before(
          column(
              "addendum",
              RecordEnvelope.texts("reason", "updatedFields", "originalUID", "originalEventID")),
          column("metadata", RecordEnvelope.texts("ingestionTime", "channelARN")),
          column("eventDataChecksum", VARCHAR),
          EVENT_DATA,
          column("recipientAccountId", VARCHAR));

  private ActivityRecord() {}
}
